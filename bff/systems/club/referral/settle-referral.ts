import type { ClientBase } from 'pg';
import { inTransaction } from '../../../database/transaction';
import type { Club } from '../club';
import { EARLIER_SELVES_SQL } from '../people/earlier-selves';
import { MemberChanged } from '../people/merge-members';
import { whoIsNow } from '../people/merges-to-tell';
import { earnByRule } from '../points/award-points';
import { currentRule } from '../points/rule-book';
import {
  openReferralStatement,
  placeStatement,
  takeReferralStatement,
  wasHereBefore,
} from './settle-statements';

/** While one process works on a referral no other takes it; after a failure it is tried again then. */
const LEASE_SECONDS = 30;

/** What the inviter reads beside the points: nothing of the friend. */
const REASON = '推荐有礼：一位朋友完成了实名核验';

interface Referral {
  id: string;
  inviter_id: string;
  invited_id: string;
}

interface Person {
  id: string;
  erased: boolean;
  verified: boolean;
}

type Outcome =
  { state: 'own' | 'gone' | 'before' | 'waiting' | 'ended' | 'capped' } | { state: 'paid'; points: number };

/** Locked in the order in which a merge locks, so that neither becomes somebody else before this is decided. */
async function holdBoth(client: ClientBase, ids: string[]): Promise<Map<string, Person>> {
  const { rows } = await client.query<Person>(
    `select id, erased_at is not null as erased, identity_verified_at is not null as verified
     from members where id = any ($1) and merged_into is null order by id for share`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function wasBefore(client: ClientBase, personId: string, invitedId: string): Promise<boolean> {
  const { rows } = await client.query<{ before: boolean }>(wasHereBefore(EARLIER_SELVES_SQL), [
    personId,
    invitedId,
  ]);
  return rows[0]?.before ?? false;
}

async function pay(client: ClientBase, referralId: string, inviterId: string): Promise<Outcome> {
  const rule = await currentRule(client, 'referral');
  if (!rule) return { state: 'ended' };
  const place = await client.query(placeStatement.text, [inviterId, rule.most_a_year]);
  if (place.rowCount !== 1) return { state: 'capped' };
  const occasion = { rule: 'referral', occasion: referralId, inputHash: Buffer.alloc(0) } as const;
  const points = await earnByRule(client, { ...occasion, memberId: inviterId, reason: REASON });
  return { state: 'paid', points };
}

async function decide(client: ClientBase, referral: Referral): Promise<Outcome | undefined> {
  const inviterId = await whoIsNow({ pool: client }, referral.inviter_id);
  const invitedId = await whoIsNow({ pool: client }, referral.invited_id);
  const people = await holdBoth(client, [inviterId, invitedId]);
  const inviter = people.get(inviterId);
  const invited = people.get(invitedId);
  // Merged into somebody else since: it is tried again, and then found.
  if (!inviter || !invited) throw new MemberChanged();
  const open = await client.query(openReferralStatement.text, [referral.id]);
  if (open.rowCount !== 1) return undefined;
  if (inviter.erased || invited.erased) return { state: 'gone' };
  if (inviterId === invitedId) return { state: 'own' };
  if (await wasBefore(client, invitedId, referral.invited_id)) return { state: 'before' };
  // Only of somebody whose ID is known is it certain that it is not the same person.
  if (!inviter.verified) return { state: 'waiting' };
  return pay(client, referral.id, inviterId);
}

/**
 * Decides what a verified friend brings the inviter, once for good: the places of the year, the points and the outcome stand in one transaction. Two processes at the
 * same referral come one after the other, and the second finds it decided.
 */
export async function settleReferral({ pool }: Pick<Club, 'pool'>, referral: Referral): Promise<void> {
  await inTransaction(pool, async (client) => {
    const outcome = await decide(client, referral);
    if (!outcome) return;
    await client.query(
      `update referrals set state = $2, points = $3, settled_at = case when $2 = 'waiting' then null else now() end where id = $1`,
      [referral.id, outcome.state, outcome.state === 'paid' ? outcome.points : null],
    );
  });
}

/** One referral that is due. It stays so until it was decided, however often a process is killed over it. */
export async function settleNext(club: Pick<Club, 'pool'>): Promise<'more' | 'idle'> {
  const { rows } = await club.pool.query<Referral>(takeReferralStatement.text, [LEASE_SECONDS]);
  if (!rows[0]) return 'idle';
  await settleReferral(club, rows[0]);
  return 'more';
}
