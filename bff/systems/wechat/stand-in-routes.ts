import { createHmac, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { toInstant } from '../../http/instants';
import { defineRoute, type AnyRoute } from '../../http/route';
import { isMobile, normaliseMobile } from '../../identifiers';
import { arrivedMessages } from '../../upstream/wechat/contract';
import { wechatAccess } from './gateway-routes';
import type { OneTimeCodes, WechatUser } from './one-time-codes';
import type { SubscribeMessages } from './subscribe-messages';

export interface StandInDeps {
  codes: OneTimeCodes;
  messages: SubscribeMessages;
  openidKey: KeyObject;
}

const mintedCode = z.object({ code: z.string() });
/** The error WeChat will answer with when this code is exchanged. */
const errcode = z.optional(z.int().check(z.gte(-1), z.lte(99_999)));
const device = z.string().check(z.minLength(1), z.maxLength(100));
const phone = z.string().check(z.refine(isMobile, '请填写 11 位手机号'));

/** The same phone is the same person to WeChat, always. */
function userOf(device: string, key: KeyObject): WechatUser {
  const derive = (what: string) =>
    createHmac('sha256', key).update(`${what}:${device}`).digest('base64url').slice(0, 27);
  return { openid: `o${derive('openid')}`, unionid: `o${derive('unionid')}` };
}

/** Where a phone agrees to messages, and where they arrive. */
function messageRoutes({ messages, openidKey }: StandInDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/stand-in/acceptances',
      summary: '允许 in the question of requestSubscribeMessage',
      tag: 'stand-in',
      access: wechatAccess,
      idempotency: { kind: 'natural', why: 'each call is another tap' },
      body: z.strictObject({ device, templateId: z.string().check(z.minLength(1), z.maxLength(100)) }),
      answers: { 204: null },
      async handle({ body }) {
        await messages.accept(userOf(body.device, openidKey).openid, body.templateId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/stand-in/messages',
      summary: 'What arrived in WeChat on a phone, newest first',
      tag: 'stand-in',
      access: wechatAccess,
      query: z.strictObject({ phone }),
      answers: { 200: arrivedMessages },
      async handle({ query }) {
        const items = await messages.arrived(normaliseMobile(query.phone));
        return {
          status: 200,
          body: { items: items.map(({ at, ...one }) => ({ channel: 'wechat', ...one, at: toInstant(at) })) },
        };
      },
    }),
  ];
}

/** What a phone with WeChat would do; there is no such thing at the real gateway. */
export function standInRoutes(deps: StandInDeps): AnyRoute[] {
  const { codes, messages, openidKey } = deps;
  return [
    ...messageRoutes(deps),
    defineRoute({
      method: 'post',
      path: '/stand-in/login-codes',
      summary: 'wx.login on a phone',
      tag: 'stand-in',
      access: wechatAccess,
      idempotency: { kind: 'natural', why: 'each call is another wx.login' },
      body: z.strictObject({ device, errcode, phone: z.optional(phone) }),
      answers: { 201: mintedCode },
      async handle({ body }) {
        const user = userOf(body.device, openidKey);
        if (body.phone) await messages.noteDevice(user.openid, normaliseMobile(body.phone));
        const code = await codes.mintLoginCode(user, body.errcode);
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
      body: z.strictObject({ phone, errcode }),
      answers: { 201: mintedCode },
      async handle({ body }) {
        const code = await codes.mintPhoneCode(normaliseMobile(body.phone), body.errcode);
        return { status: 201, body: { code } };
      },
    }),
  ];
}
