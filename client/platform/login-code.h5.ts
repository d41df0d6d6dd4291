/** There is no WeChat login in a browser; phone and code are asked instead. */
export function wechatLoginCode(): Promise<string | undefined> {
  return Promise.resolve(undefined);
}
