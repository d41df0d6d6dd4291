import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { defineRoute, type AccessRule, type AnyRoute } from '../../http/route';
import { code2SessionAnswer, phoneNumberAnswer, tokenAnswer } from '../../upstream/wechat/contract';
import { wechatError, type WechatError } from './errcodes';
import type { OneTimeCodes } from './one-time-codes';

/** WeChat's quota for code2session, per person. */
const LOGINS_PER_MINUTE = 100;

export interface GatewayDeps {
  codes: OneTimeCodes;
  app: { appId: string; appSecret: string };
}

/** WeChat knows its callers by appid and secret or by access_token, and answers 200 with an errcode. */
export const wechatAccess: AccessRule<undefined> = {
  name: 'wechat',
  description: "WeChat's own credentials: appid and secret, or an access_token, in the query.",
  authorise: () => undefined,
};

const text = z.optional(z.string().check(z.maxLength(600)));

function credentialError(
  query: { appid?: string; secret?: string },
  app: GatewayDeps['app'],
): WechatError | undefined {
  if (!query.appid) return wechatError(41002);
  if (!query.secret) return wechatError(41004);
  if (query.appid !== app.appId) return wechatError(40013);
  return query.secret === app.appSecret ? undefined : wechatError(40125);
}

function code2SessionRoute({ codes, app }: GatewayDeps): AnyRoute {
  async function answer(query: { appid?: string; secret?: string; js_code?: string; grant_type?: string }) {
    const refused = credentialError(query, app);
    if (refused) return refused;
    if (query.grant_type !== 'authorization_code') return wechatError(40002);
    if (!query.js_code) return wechatError(41008);
    const taken = await codes.takeLoginCode(query.js_code);
    if (!taken) return wechatError(40029);
    if (taken.plannedErrcode !== null) return wechatError(taken.plannedErrcode);
    if ((await codes.loginsInLastMinute(taken.value.openid)) > LOGINS_PER_MINUTE) return wechatError(45011);
    return { ...taken.value, session_key: randomBytes(16).toString('base64') };
  }
  return defineRoute({
    method: 'get',
    path: '/sns/jscode2session',
    summary: 'Exchange the code of wx.login for openid and session_key; once',
    tag: 'wechat',
    access: wechatAccess,
    query: z.looseObject({ appid: text, secret: text, js_code: text, grant_type: text }),
    answers: { 200: code2SessionAnswer },
    handle: async ({ query }) => ({ status: 200, body: await answer(query) }),
  });
}

function tokenRoute({ codes, app }: GatewayDeps): AnyRoute {
  async function answer(query: { appid?: string; secret?: string; grant_type?: string }) {
    if (query.grant_type !== 'client_credential') return wechatError(40002);
    const refused = credentialError(query, app);
    if (refused) return refused;
    const { token, expiresInSeconds } = await codes.mintAccessToken();
    return { access_token: token, expires_in: expiresInSeconds };
  }
  return defineRoute({
    method: 'get',
    path: '/cgi-bin/token',
    summary: 'An access_token for the server interfaces, 7,200 s',
    tag: 'wechat',
    access: wechatAccess,
    query: z.looseObject({ appid: text, secret: text, grant_type: text }),
    answers: { 200: tokenAnswer },
    handle: async ({ query }) => ({ status: 200, body: await answer(query) }),
  });
}

function phoneNumberRoute({ codes, app }: GatewayDeps): AnyRoute {
  async function answer(accessToken: string | undefined, code: string | undefined) {
    if (!accessToken) return wechatError(41001);
    if (!(await codes.isAccessToken(accessToken))) return wechatError(40001);
    const taken = await codes.takePhoneCode(code ?? '');
    if (!taken) return wechatError(40029);
    if (taken.plannedErrcode !== null) return wechatError(taken.plannedErrcode);
    const watermark = { timestamp: Math.floor(Date.now() / 1000), appid: app.appId };
    const phone = taken.value;
    return {
      ...wechatError(0),
      phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark },
    };
  }
  return defineRoute({
    method: 'post',
    path: '/wxa/business/getuserphonenumber',
    summary: 'Exchange the code of getPhoneNumber for the phone number; once',
    tag: 'wechat',
    access: wechatAccess,
    idempotency: { kind: 'natural', why: 'a code works once' },
    query: z.looseObject({ access_token: text }),
    body: z.looseObject({ code: text }),
    answers: { 200: phoneNumberAnswer },
    handle: async ({ query, body }) => ({ status: 200, body: await answer(query.access_token, body.code) }),
  });
}

export function gatewayRoutes(deps: GatewayDeps): AnyRoute[] {
  return [code2SessionRoute(deps), tokenRoute(deps), phoneNumberRoute(deps)];
}
