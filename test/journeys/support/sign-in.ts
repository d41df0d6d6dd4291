import type { Stack } from '../../support/stack';
import type { Phone } from './phone';

export const pagePath = (feature: string, page: string) => `/features/${feature}/pages/${page}/index`;

/** On the login page: the number, the box, the code from the inbox. */
export async function fillLogin(
  phone: Phone,
  stack: Pick<Stack, 'latestCode'>,
  number: string,
): Promise<void> {
  await phone.type('手机号', number);
  await phone.tap('我看过并同意用户协议和隐私政策');
  await phone.tap('发送验证码');
  await phone.see(`验证码已发到 ${number}`);
  await phone.type('验证码', await stack.latestCode(number));
  await phone.tap('登录');
}

/** From a shared link to the login page; after it one stands on the home page, a clerk's account in the workspace. */
export async function signInAs(phone: Phone, stack: Stack, number: string): Promise<void> {
  await phone.open(pagePath('account', 'login'));
  await fillLogin(phone, stack, number);
  await phone.page.waitForURL((url) => !url.pathname.includes('/login/'));
}
