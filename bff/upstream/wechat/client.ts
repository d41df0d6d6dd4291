import { UpstreamContractBroken } from '../../http/upstream-errors';
import { createAccessTokenSource } from './access-token';
import { code2SessionAnswer, phoneNumberAnswer } from './contract';
import { failureOfErrcode, isStaleToken } from './errcodes';
import { createWechatExchange } from './exchange';

export interface WechatUser {
  openid: string;
  unionid?: string;
}

export interface WechatPhone {
  /** Without the country code. */
  number: string;
  countryCode: string;
}

/**
 * WeChat's server interface. A code works once: 422 WECHAT_CODE_INVALID means tap again. The session_key is dropped on
 * arrival, nothing here needs it.
 * @throws UpstreamRefusal (422, 429, 403), UpstreamAway; our own wrong credentials are a fault (500)
 */
export interface Wechat {
  userOf(loginCode: string): Promise<WechatUser>;
  phoneOf(phoneCode: string): Promise<WechatPhone>;
  close(): Promise<void>;
}

export interface WechatOptions {
  baseUrl: string;
  appId: string;
  appSecret: string;
  deadlineMs: number;
}

export function createWechat(options: WechatOptions): Wechat {
  const { appId, appSecret } = options;
  const exchange = createWechatExchange(options);
  const tokens = createAccessTokenSource(exchange, options);

  async function askPhone(token: string, code: string) {
    const path = '/wxa/business/getuserphonenumber';
    const query = { access_token: token };
    return exchange.send({ path, query, body: { code }, answer: phoneNumberAnswer });
  }

  return {
    async userOf(loginCode) {
      const path = '/sns/jscode2session';
      const query = { appid: appId, secret: appSecret, js_code: loginCode, grant_type: 'authorization_code' };
      const answer = await exchange.send({ path, query, answer: code2SessionAnswer });
      if (answer.errcode) throw failureOfErrcode(answer.errcode);
      if (!answer.openid) throw new UpstreamContractBroken('wechat', path);
      return { openid: answer.openid, ...(answer.unionid ? { unionid: answer.unionid } : {}) };
    },

    async phoneOf(phoneCode) {
      const token = await tokens.get();
      let answer = await askPhone(token, phoneCode);
      if (isStaleToken(answer.errcode)) {
        tokens.forget(token);
        answer = await askPhone(await tokens.get(), phoneCode);
      }
      if (answer.errcode !== 0) throw failureOfErrcode(answer.errcode);
      if (!answer.phone_info) throw new UpstreamContractBroken('wechat', 'phone_info');
      const { purePhoneNumber, countryCode } = answer.phone_info;
      return { number: purePhoneNumber, countryCode: String(countryCode) };
    },

    close: () => exchange.close(),
  };
}
