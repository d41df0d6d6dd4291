/**
 * WeChat's server interface with its real field names and error codes (any HTTP status may be 200; `errcode` decides).
 *
 * | Path | Meaning |
 * | --- | --- |
 * | `GET /sns/jscode2session` | code of wx.login → openid, session_key, unionid; a code works once |
 * | `GET /cgi-bin/token` | access_token, 7,200 s |
 * | `POST /wxa/business/getuserphonenumber?access_token=` | code of getPhoneNumber → phone_info; 5 min, once |
 * | `POST /cgi-bin/message/subscribe/send?access_token=` | one message for one acceptance; 43101 without one |
 *
 * The stand-in also offers what a phone would do in WeChat: `POST /stand-in/login-codes`, `POST /stand-in/phone-codes`,
 * `POST /stand-in/acceptances` (允许 in the question of requestSubscribeMessage), and `GET /stand-in/messages?phone=` (what arrived).
 */
import * as z from 'zod/mini';
import { instant } from '../../http/contract';

export const code2SessionAnswer = z.object({
  openid: z.optional(z.string()),
  session_key: z.optional(z.string()),
  unionid: z.optional(z.string()),
  errcode: z.optional(z.int()),
  errmsg: z.optional(z.string()),
});
export const tokenAnswer = z.object({
  access_token: z.optional(z.string()),
  expires_in: z.optional(z.int()),
  errcode: z.optional(z.int()),
  errmsg: z.optional(z.string()),
});
export const phoneNumberAnswer = z.object({
  errcode: z.int(),
  errmsg: z.string(),
  phone_info: z.optional(
    z.object({
      phoneNumber: z.string(),
      purePhoneNumber: z.string(),
      /** Comes as a number or as a string. */
      countryCode: z.union([z.string(), z.number()]),
      watermark: z.object({ timestamp: z.number(), appid: z.string() }),
    }),
  ),
});
export const subscribeSendRequest = z.looseObject({
  touser: z.string(),
  template_id: z.string(),
  page: z.optional(z.string()),
  data: z.record(z.string(), z.looseObject({ value: z.string() })),
  miniprogram_state: z.optional(z.enum(['developer', 'trial', 'formal'])),
  lang: z.optional(z.string()),
});
export const subscribeSendAnswer = z.object({ errcode: z.int(), errmsg: z.string() });
/** The stand-in only, demo mode only: newest first. */
export const arrivedMessages = z.object({
  items: z.array(z.object({ channel: z.literal('wechat'), text: z.string(), page: z.string(), at: instant })),
});
