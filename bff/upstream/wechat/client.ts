import { UpstreamContractBroken } from '../../http/upstream-errors';
import { createAccessTokenSource } from './access-token';
import type * as z from 'zod/mini';
import { arrivedMessages, code2SessionAnswer, phoneNumberAnswer, subscribeSendAnswer } from './contract';
import { failureOfErrcode, isStaleToken, outcomeOfSending, type Sent } from './errcodes';
import { createWechatExchange } from './exchange';
import type { SubscribeMessage, SubscribeTemplates } from './subscribe-message';

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
  /**
   * Uses up one acceptance at WeChat.
   * @throws OutcomeUnknown where it may have arrived; whatever else is thrown, it surely has not
   */
  sendMessage(openid: string, message: SubscribeMessage): Promise<Sent>;
  /** Demo mode only: what "arrived" in WeChat on the phone with that number, newest first. */
  arrived(phone: string): Promise<z.output<typeof arrivedMessages>>;
  close(): Promise<void>;
}

export interface WechatOptions {
  baseUrl: string;
  appId: string;
  appSecret: string;
  templates: SubscribeTemplates;
  /** Which version of the mini-program a message opens. */
  state: 'developer' | 'trial' | 'formal';
  deadlineMs: number;
}

export function createWechat(options: WechatOptions): Wechat {
  const { appId, appSecret, templates, state } = options;
  const exchange = createWechatExchange(options);
  const tokens = createAccessTokenSource(exchange, options);

  /** A token that WeChat replaced early is fetched again, once. */
  async function withToken<Answer extends { errcode: number }>(ask: (token: string) => Promise<Answer>) {
    const token = await tokens.get();
    const answer = await ask(token);
    if (!isStaleToken(answer.errcode)) return answer;
    tokens.forget(token);
    return ask(await tokens.get());
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
      const path = '/wxa/business/getuserphonenumber';
      const answer = await withToken((token) =>
        exchange.send({
          path,
          query: { access_token: token },
          body: { code: phoneCode },
          answer: phoneNumberAnswer,
        }),
      );
      if (answer.errcode !== 0) throw failureOfErrcode(answer.errcode);
      if (!answer.phone_info) throw new UpstreamContractBroken('wechat', 'phone_info');
      const { purePhoneNumber, countryCode } = answer.phone_info;
      return { number: purePhoneNumber, countryCode: String(countryCode) };
    },

    async sendMessage(openid, { kind, page, fields }) {
      const templateId = templates[kind];
      if (!templateId) return 'unusable';
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
      const body = { touser: openid, template_id: templateId, page, data, miniprogram_state: state };
      const answer = await withToken((token) =>
        exchange.send({
          path: '/cgi-bin/message/subscribe/send',
          query: { access_token: token },
          body: { ...body, lang: 'zh_CN' },
          answer: subscribeSendAnswer,
          isOnce: true,
        }),
      );
      return outcomeOfSending(answer.errcode);
    },

    arrived: (phone) =>
      exchange.send({ path: '/stand-in/messages', query: { phone }, answer: arrivedMessages }),

    close: () => exchange.close(),
  };
}
