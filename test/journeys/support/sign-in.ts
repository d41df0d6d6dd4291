import type { Stack } from '../../support/stack';
import type { Phone } from './phone';

export const pagePath = (feature: string, page: string) => `/features/${feature}/pages/${page}/index`;

const RESEND_PATIENCE_MS = 60_000;

/** Who has just been sent several codes is told to wait, and does. */
async function untilSent(phone: Phone, sent: string): Promise<void> {
  const refused = phone.visible('验证码刚刚发过').first();
  await refused.or(phone.visible(sent).first()).first().waitFor();
  if (await refused.isVisible()) {
    await phone.targets('发送验证码', true).first().waitFor({ timeout: RESEND_PATIENCE_MS });
    await phone.tap('发送验证码');
  }
  await phone.see(sent);
}

/** On the login page: the number, the box, the code from the inbox. */
export async function fillLogin(
  phone: Phone,
  stack: Pick<Stack, 'latestCode'>,
  number: string,
): Promise<void> {
  await phone.type('手机号', number);
  await phone.tap('我看过并同意用户协议和隐私政策');
  await phone.tap('发送验证码');
  await untilSent(phone, `验证码已发到 ${number}`);
  await phone.type('验证码', await stack.latestCode(number));
  await phone.tap('登录');
}

/** From a shared link to the login page; after it one stands on the home page, a clerk's account in the workspace. */
export async function signInAs(phone: Phone, stack: Stack, number: string): Promise<void> {
  await phone.open(pagePath('account', 'login'));
  await fillLogin(phone, stack, number);
  await phone.page.waitForURL((url) => !url.pathname.includes('/login/'));
}
