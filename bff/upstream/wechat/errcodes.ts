import { ServiceCredentialRefused } from '../../http/upstream-answer';
import { UpstreamAway, UpstreamContractBroken, UpstreamRefusal } from '../../http/upstream-errors';

const SYSTEM = 'wechat';
/** Our own appid, secret or token was refused; nobody who signs in can do anything about it. */
const OUR_FAULT = new Set([40001, 40002, 40013, 40125, 41001, 41002, 41004, 42001]);

function refusal(status: number, code: string, detail: string, retryAfterSeconds?: number): UpstreamRefusal {
  return new UpstreamRefusal(SYSTEM, status, {
    code,
    detail,
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
}

/** What an errcode means for whoever is signing in. 40163 is what WeChat says for a code that was used before. */
export function failureOfErrcode(errcode: number): Error {
  if ([40029, 40163, 41008].includes(errcode)) {
    return refusal(422, 'WECHAT_CODE_INVALID', '微信的登录凭证已经失效，请再点一次');
  }
  if (errcode === 45011) return refusal(429, 'TOO_MANY_REQUESTS', '操作太频繁了，请一分钟后再试', 60);
  if (errcode === 40226) {
    return refusal(403, 'WECHAT_USER_BLOCKED', '微信提示这个账号有风险，请改用手机号登录');
  }
  if (errcode === -1) return new UpstreamAway(SYSTEM, 'errcode -1', 3);
  if (OUR_FAULT.has(errcode))
    return new ServiceCredentialRefused(`${SYSTEM} (errcode ${String(errcode)})`, 401);
  return new UpstreamContractBroken(SYSTEM, `errcode ${String(errcode)}`);
}

/** The access_token was replaced or ran out early: a new one is fetched and the call made once more. */
export function isStaleToken(errcode: number | undefined): boolean {
  return errcode === 40001 || errcode === 42001;
}

/** `refused`: no acceptance is left there. `unusable`: the receiver, template, page or data are not what WeChat knows. */
export type Sent = 'sent' | 'refused' | 'unusable';

const UNUSABLE_MESSAGE = new Set([40003, 40037, 41030, 47003]);

/** What an errcode means for a message. @throws whatever may pass, or is our own credentials' fault */
export function outcomeOfSending(errcode: number): Sent {
  if (errcode === 0) return 'sent';
  if (errcode === 43101) return 'refused';
  if (UNUSABLE_MESSAGE.has(errcode)) return 'unusable';
  throw failureOfErrcode(errcode);
}
