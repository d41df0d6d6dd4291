import type { Host } from '../host';
import type { Product } from './product';

export const CONSENT = '我看过并同意用户协议和隐私政策';

export const page = (feature: string, name: string) => `/features/${feature}/pages/${name}/index`;

/** As people do: the number, the box, the code that was sent. */
export async function logInByCode(
  host: Host,
  product: Pick<Product, 'latestCode'>,
  phone: string,
): Promise<void> {
  await host.open(page('account', 'login'));
  await host.tap('输手机号登录');
  await host.waitForText('发送验证码');
  await host.input('手机号', phone);
  await host.tap(CONSENT);
  await host.tap('发送验证码');
  await host.waitForText(`验证码已发到 ${phone}`);
  await host.input('验证码', await product.latestCode(phone));
  await host.tap('登录');
  await host.waitFor(() => !host.route.includes('/login/'), 'the way back from the login');
}
