/** WeChat's own error codes with its own wording. */
const words: Record<number, string> = {
  [-1]: 'system error',
  0: 'ok',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47003: 'argument invalid',
};

export interface WechatError {
  errcode: number;
  errmsg: string;
}

export function wechatError(errcode: number): WechatError {
  return { errcode, errmsg: words[errcode] ?? 'error' };
}
