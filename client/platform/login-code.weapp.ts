import Taro from '@tarojs/taro';

/** WeChat's one-time login code, or undefined where there is no WeChat. */
export async function wechatLoginCode(): Promise<string | undefined> {
  const { code } = await Taro.login();
  return code || undefined;
}
