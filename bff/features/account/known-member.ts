import { toInstant } from '../../http/instants';
import { Problem } from '../../http/problem';
import type { Actor } from '../../http/service-token';
import type { Known, LastKnown } from '../../last-known/last-known';
import { isRefusal, type Calling } from '../../upstream/calling';
import { clubMember, type ClubMember } from '../../upstream/club/contract';
import type { Members } from '../../upstream/club/members';
import { accountOf } from './account-view';
import type { Account } from './contract';
import type { MovedAccounts } from './moved-accounts';

/** The signed-in member as the club knows them, or as it last did while it is away. */
export interface KnownMember {
  /** @throws Problem 401 when the member is gone (merged or deleted); UpstreamAway when nothing is known either */
  read(by: Calling): Promise<Known<ClubMember>>;
  readAccount(by: Calling): Promise<Account>;
  /** What came with a write. */
  keep(member: ClubMember): void;
  forget(accountId: string): Promise<void>;
}

const addressOf = (accountId: string) => ({ subject: accountId, what: 'account' });

export const memberActorOf = (accountId: string): Actor => ({ subject: accountId, role: 'member' });

export function createKnownMember(deps: {
  members: Pick<Members, 'me'>;
  lastKnown: LastKnown;
  moved: MovedAccounts;
}): KnownMember {
  const { members, lastKnown, moved } = deps;

  async function read(by: Calling): Promise<Known<ClubMember>> {
    try {
      return await lastKnown.read({
        ...addressOf(by.actor.subject),
        schema: clubMember,
        fetch: () => members.me(by),
      });
    } catch (error) {
      if (isRefusal(error, 404)) throw new Problem(401, 'SIGN_IN_REQUIRED', '登录已失效，请重新登录');
      throw error;
    }
  }

  return {
    read,
    async readAccount(by) {
      const { value, asOf, stale } = await read(by);
      const movedFrom = await moved.among(value.mergedFrom ?? []);
      return accountOf(value, { known: { asOf, stale }, movedFrom });
    },
    keep: (member) => lastKnown.keep(addressOf(member.id), member, toInstant(new Date())),
    forget: (accountId) => lastKnown.forgetSubject(accountId),
  };
}
