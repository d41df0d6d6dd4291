import { toInstant } from '../../http/instants';
import { Problem } from '../../http/problem';
import type { AccessTokens } from '../../http/sessions/access-tokens';
import type { MemberClaims } from '../../http/sessions/session-claims';
import type { SessionClient, SessionStore } from '../../http/sessions/session-store';
import type { ClubMember } from '../../upstream/club/contract';
import { accountOf } from './account-view';
import type { Session } from './contract';
import { memberActorOf, type KnownMember } from './known-member';
import type { MovedAccounts } from './moved-accounts';

export interface StartedSession {
  session: Omit<Session, 'refreshToken'>;
  refreshToken: string;
}

export interface MemberSessions {
  open(member: ClubMember, client: SessionClient): Promise<StartedSession>;
  /** @throws Problem 401 when the token is worth nothing; a token used again ends all that followed from its sign-in */
  renew(
    refreshToken: string | undefined,
    options: { client: SessionClient; requestId: string },
  ): Promise<StartedSession>;
}

function claimsOf(member: ClubMember, sessionId: string): MemberClaims {
  const { clerk } = member;
  const role = member.roles.includes('merchantOwner') ? 'merchantOwner' : 'clerk';
  return {
    audience: 'member',
    accountId: member.id,
    sessionId,
    phoneless: member.phone === null,
    branchId: member.branchId,
    ...(clerk
      ? {
          counter: {
            role,
            clerkId: clerk.clerkId,
            merchantId: clerk.merchantId,
            storeIds: clerk.stores.map(({ id }) => id),
          },
        }
      : {}),
  };
}

export function createMemberSessions(deps: {
  store: SessionStore;
  tokens: AccessTokens;
  knownMember: KnownMember;
  moved: MovedAccounts;
}): MemberSessions {
  const { store, tokens, knownMember, moved } = deps;

  async function started(
    member: ClubMember,
    sessionId: string,
    refreshToken: string,
  ): Promise<StartedSession> {
    const { accessToken, expiresAt } = tokens.issue(claimsOf(member, sessionId));
    const account = accountOf(member, { movedFrom: await moved.among(member.mergedFrom ?? []) });
    return {
      session: { accessToken, accessTokenExpiresAt: toInstant(expiresAt), account },
      refreshToken,
    };
  }

  return {
    async open(member, client) {
      const opened = await store.open({ accountId: member.id, audience: 'member', client });
      knownMember.keep(member);
      return started(member, opened.sessionId, opened.refreshToken);
    },
    async renew(refreshToken, { client, requestId }) {
      const exchanged = refreshToken ? await store.exchange(refreshToken, client) : undefined;
      if (!exchanged) throw new Problem(401, 'SESSION_ENDED', '登录已失效，请重新登录；没提交的内容还在');
      const actor = memberActorOf(exchanged.session.accountId);
      const member = await knownMember.read({ actor, requestId });
      return started(member.value, exchanged.session.id, exchanged.refreshToken);
    },
  };
}
