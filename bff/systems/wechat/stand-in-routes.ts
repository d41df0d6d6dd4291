import { createHmac, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { defineRoute, type AnyRoute } from '../../http/route';
import { isMobile, normaliseMobile } from '../../identifiers';
import { wechatAccess } from './gateway-routes';
import type { OneTimeCodes, WechatUser } from './one-time-codes';

export interface StandInDeps {
  codes: OneTimeCodes;
  openidKey: KeyObject;
}

const mintedCode = z.object({ code: z.string() });
/** The error WeChat will answer with when this code is exchanged. */
const errcode = z.optional(z.int().check(z.gte(-1), z.lte(99_999)));

/** The same phone is the same person to WeChat, always. */
function userOf(device: string, key: KeyObject): WechatUser {
  const derive = (what: string) =>
    createHmac('sha256', key).update(`${what}:${device}`).digest('base64url').slice(0, 27);
  return { openid: `o${derive('openid')}`, unionid: `o${derive('unionid')}` };
}

/** What a phone with WeChat would do; there is no such thing at the real gateway. */
export function standInRoutes({ codes, openidKey }: StandInDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/stand-in/login-codes',
      summary: 'wx.login on a phone',
      tag: 'stand-in',
      access: wechatAccess,
      idempotency: { kind: 'natural', why: 'each call is another wx.login' },
      body: z.strictObject({ device: z.string().check(z.minLength(1), z.maxLength(100)), errcode }),
      answers: { 201: mintedCode },
      async handle({ body }) {
        const code = await codes.mintLoginCode(userOf(body.device, openidKey), body.errcode);
        return { status: 201, body: { code } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/stand-in/phone-codes',
      summary: 'The getPhoneNumber button on a phone',
      tag: 'stand-in',
      access: wechatAccess,
      idempotency: { kind: 'natural', why: 'each call is another tap' },
      body: z.strictObject({
        phone: z.string().check(z.refine(isMobile, '请填写 11 位手机号')),
        errcode,
      }),
      answers: { 201: mintedCode },
      async handle({ body }) {
        const code = await codes.mintPhoneCode(normaliseMobile(body.phone), body.errcode);
        return { status: 201, body: { code } };
      },
    }),
  ];
}
