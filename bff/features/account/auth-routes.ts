import type { Request } from 'express';
import type { AccessRules } from '../../http/access';
import type { Limits } from '../../http/limits';
import { Problem } from '../../http/problem';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import type { RefreshCookie } from '../../http/sessions/refresh-cookie';
import type { SessionClient, SessionStore } from '../../http/sessions/session-store';
import { normaliseMobile } from '../../identifiers';
import type { SmsSignIn } from '../../one-time-codes/sms-sign-in';
import {
  session,
  smsCodeAnswer,
  smsCodeRequest,
  smsSessionRequest,
  tokenRequest,
  wechatPhoneRequest,
  wechatSessionRequest,
} from './contract';
import type { MemberSessions } from './member-sessions';
import { sessionAnswer } from './session-answers';
import { bindWechatPhone, signInBySms, signInByWechat, type Entry, type SignInDeps } from './sign-in';

export interface AuthDeps {
  access: AccessRules;
  signIn: SignInDeps;
  smsSignIn: SmsSignIn;
  sessions: MemberSessions;
  sessionStore: SessionStore;
  cookie: RefreshCookie;
  limits: Limits;
}

const tag = 'account';
const addressOf = (request: Request) => request.ip ?? 'unknown';

function smsRoutes({ access, signIn, smsSignIn, cookie }: AuthDeps, entryOf: EntryOf): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/auth/sms-codes',
      summary: 'Send a one-time code; the answer is the same for every number',
      tag,
      access: access.open,
      idempotency: {
        kind: 'natural',
        why: 'a new code replaces the last one, and limits count each message',
      },
      body: smsCodeRequest,
      answers: { 202: smsCodeAnswer },
      problems: { TOO_MANY_REQUESTS: 'wait as long as retryAfterSeconds says' },
      async handle({ body, request }) {
        const owner = { audience: 'member' as const, phone: normaliseMobile(body.phone) };
        return { status: 202, body: await smsSignIn.sendCode(owner, addressOf(request)) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/auth/sms-sessions',
      summary: 'Sign in with phone and code',
      tag,
      access: access.open,
      idempotency: { kind: 'natural', why: 'a code works once' },
      body: smsSessionRequest,
      answers: { 201: session },
      problems: { SMS_CODE_WRONG: 'wrong, lapsed, used, or tried five times' },
      async handle({ body, request, requestId }) {
        const entry = entryOf(request, requestId);
        const started = await signInBySms(signIn, body, entry);
        return sessionAnswer(started, { client: entry.client, cookie });
      },
    }),
  ];
}

function wechatRoutes({ access, signIn, cookie }: AuthDeps, entryOf: EntryOf): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/auth/wechat-sessions',
      summary: 'Sign in with the code of wx.login',
      tag,
      access: access.open,
      idempotency: { kind: 'natural', why: 'a code works once' },
      body: wechatSessionRequest,
      answers: { 201: session },
      problems: { WECHAT_CODE_INVALID: 'ask wx.login for another one' },
      async handle({ body, request, requestId }) {
        const entry = entryOf(request, requestId);
        const started = await signInByWechat(signIn, body, entry);
        return sessionAnswer(started, { client: entry.client, cookie });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/auth/wechat-phone',
      summary: 'Bind the phone of getPhoneNumber; may merge two accounts',
      tag,
      access: access.account,
      idempotency: {
        kind: 'natural',
        why: 'a code works once, and binding the same phone again changes nothing',
      },
      body: wechatPhoneRequest,
      answers: { 201: session },
      problems: {
        WECHAT_CODE_INVALID: 'the person taps again',
        PHONE_NOT_SUPPORTED: 'not a mainland number',
        PHONE_ALREADY_BOUND: 'the account has another phone',
      },
      async handle({ body, caller, request, requestId }) {
        const entry = entryOf(request, requestId);
        const started = await bindWechatPhone(signIn, { code: body.code, caller }, entry);
        return sessionAnswer(started, { client: entry.client, cookie });
      },
    }),
  ];
}

/** A browser's token comes in the cookie and counts only on our own pages; everybody else's comes in the body. */
function tokenOf(request: Request, given: { client: SessionClient; cookie: RefreshCookie; inBody?: string }) {
  if (given.client !== 'web') return given.inBody;
  given.cookie.checkOrigin(request);
  return given.cookie.read(request);
}

function tokenRoute({ access, sessions, cookie, limits }: AuthDeps, entryOf: EntryOf): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/auth/tokens',
    summary: 'Exchange the refresh token for a new pair',
    tag,
    access: access.open,
    idempotency: { kind: 'natural', why: 'the predecessor works for 60 s while its successor is unused' },
    body: tokenRequest,
    answers: { 201: session },
    problems: {
      SESSION_ENDED: 'sign in again; a token used twice ends its family',
      ORIGIN_REFUSED: 'the cookie came from a page that is not ours',
    },
    async handle({ body, request, requestId }) {
      const entry = entryOf(request, requestId);
      await limits.take('refreshPerAddress', entry.address);
      const { client } = entry;
      const token = tokenOf(request, { client, cookie, inBody: body.refreshToken });
      const started = await sessions.renew(token, { client, requestId });
      return sessionAnswer(started, { client, cookie });
    },
  });
}

function signOutRoute({ access, sessionStore, cookie }: AuthDeps): AnyRoute {
  return defineRoute({
    method: 'delete',
    path: '/auth/session',
    summary: 'Sign out: ends the session and everything that could renew it',
    tag,
    access: access.open,
    idempotency: { kind: 'natural', why: 'a session ends once' },
    body: noBody,
    answers: { 204: null },
    async handle({ request }) {
      const web = cookie.clientOf(request) === 'web';
      const refreshToken = tokenOf(request, { client: web ? 'web' : 'app', cookie });
      // Signing out must work with a lapsed access token, too: then the cookie alone says whose session it is.
      if (refreshToken) await sessionStore.endByRefreshToken(refreshToken);
      if (request.headers.authorization || !refreshToken) {
        const caller = await Promise.resolve(access.account.authorise(request)).catch((error: unknown) => {
          if (refreshToken && error instanceof Problem) return undefined;
          throw error;
        });
        if (caller) await sessionStore.end(caller.sessionId, 'signedOut');
      }
      return { status: 204, ...(web ? { headers: cookie.clear() } : {}) };
    },
  });
}

type EntryOf = (request: Request, requestId: string) => Entry;

export function authRoutes(deps: AuthDeps): AnyRoute[] {
  const entryOf: EntryOf = (request, requestId) => ({
    client: deps.cookie.clientOf(request),
    address: addressOf(request),
    requestId,
  });
  return [
    ...smsRoutes(deps, entryOf),
    ...wechatRoutes(deps, entryOf),
    tokenRoute(deps, entryOf),
    signOutRoute(deps),
  ];
}
