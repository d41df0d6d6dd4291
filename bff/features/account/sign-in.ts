import { Problem } from '../../http/problem';
import { systemActor } from '../../http/service-token';
import type { Limits } from '../../http/limits';
import type { AccountCaller } from '../../http/access';
import type { SessionClient, SessionStore } from '../../http/sessions/session-store';
import { isMobile, normaliseMobile } from '../../identifiers';
import type { FollowUps } from '../../follow-ups/follow-ups';
import type { SmsSignIn } from '../../one-time-codes/sms-sign-in';
import { inOurWords } from '../../upstream/refusal-words';
import type { Members } from '../../upstream/club/members';
import type { Wechat } from '../../upstream/wechat/client';
import type { MemberSessions, StartedSession } from './member-sessions';

export interface SignInDeps {
  smsSignIn: SmsSignIn;
  members: Members;
  wechat: Wechat;
  sessions: MemberSessions;
  sessionStore: SessionStore;
  followUps: Pick<FollowUps, 'start'>;
  limits: Limits;
}

/** From where and with what a person signs in. */
export interface Entry {
  client: SessionClient;
  /** The network address, for limits alone. */
  address: string;
  requestId: string;
}

interface Origin {
  scene?: string;
  ref?: string;
}

export async function signInBySms(
  { smsSignIn, members, sessions }: SignInDeps,
  proof: Origin & { phone: string; code: string },
  entry: Entry,
): Promise<StartedSession> {
  const { code, scene, ref } = proof;
  const phone = normaliseMobile(proof.phone);
  const { member } = await smsSignIn.withCode(
    { audience: 'member', phone, code, address: entry.address },
    () => members.signIn({ actor: systemActor, requestId: entry.requestId }, { phone, scene, ref }),
  );
  return sessions.open(member, entry.client);
}

/** A code of wx.login says which WeChat account it is, not which phone: `phoneMasked` stays null until one is bound. */
export async function signInByWechat(
  { wechat, members, sessions, limits }: SignInDeps,
  proof: Origin & { code: string },
  entry: Entry,
): Promise<StartedSession> {
  await limits.take('signInPerAddress', entry.address);
  const { code, scene, ref } = proof;
  const user = await wechat.userOf(code);
  const by = { actor: systemActor, requestId: entry.requestId };
  const { member } = await members.signIn(by, { ...user, scene, ref });
  return sessions.open(member, entry.client);
}

const bindingWords = {
  PHONE_ALREADY_BOUND: '您的账号已经绑定了另一个手机号，如需更换请联系客服',
};

/**
 * Binds the phone WeChat vouches for. The phone may already belong to a member: the two become one, and the answer is
 * a session of whoever remains.
 */
export async function bindWechatPhone(
  deps: SignInDeps,
  { code, caller }: { code: string; caller: AccountCaller },
  entry: Entry,
): Promise<StartedSession> {
  await deps.limits.take('signInPerAddress', entry.address);
  const { number, countryCode } = await deps.wechat.phoneOf(code);
  if (countryCode !== '86' || !isMobile(number)) {
    throw new Problem(422, 'PHONE_NOT_SUPPORTED', '目前只支持中国大陆的手机号，请换一个号码登录');
  }
  const by = { actor: caller.actor, requestId: entry.requestId };
  const { member, mergedFrom } = await inOurWords(bindingWords, () =>
    deps.members.bindPhone(by, normaliseMobile(number)),
  );
  if (mergedFrom !== null) {
    await deps.followUps.start({ kind: 'memberMerge', merged: { from: mergedFrom, into: member.id } });
  }
  const started = await deps.sessions.open(member, entry.client);
  await deps.sessionStore.end(caller.sessionId, 'replaced');
  return started;
}
