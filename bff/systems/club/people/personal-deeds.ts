import { toInstant } from '../../../http/instants';
import type { ClubPersonalData } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { openOrNull } from '../personal-fields';
import { readOwnReferral } from '../referral/read-own-referral';
import { REPORT_COLUMNS, reportView, type ReportRow } from '../reports/report-view';

type Transfer = ClubPersonalData['transfers'][number];
const orNull = (moment: Date | null) => (moment ? toInstant(moment) : null);

async function readUses({ pool }: Club, memberIds: string[]): Promise<ClubPersonalData['uses']> {
  const { rows } = await pool.query<{ title: string; store: string; at: Date; reversed_at: Date | null }>(
    `select v.title, s.name as store, r.at, r.reversed_at from redemptions r join vouchers v on v.id = r.voucher_id join stores s on s.id = r.store_id
     where r.member_id = any ($1) order by r.at, r.id`,
    [memberIds],
  );
  return rows.map(({ title, store, at, reversed_at }) => ({
    title,
    store,
    at: toInstant(at),
    undoneAt: orNull(reversed_at),
  }));
}

async function readTransfers({ pool }: Club, memberIds: string[]): Promise<Transfer[]> {
  const { rows } = await pool.query<{
    given: boolean;
    title: string;
    state: Transfer['state'];
    offered_at: Date;
    ended_at: Date | null;
  }>(
    `select t.giver_id = any ($1) as given, v.title, t.state, t.offered_at, coalesce(t.accepted_at, t.taken_back_at) as ended_at
     from transfers t join vouchers v on v.id = t.voucher_id where t.giver_id = any ($1) or t.receiver_id = any ($1) order by t.offered_at, t.id`,
    [memberIds],
  );
  return rows.map(({ given, title, state, offered_at, ended_at }) => ({
    direction: given ? 'given' : 'received',
    title,
    state,
    offeredAt: toInstant(offered_at),
    endedAt: orNull(ended_at),
  }));
}

async function readRatings(
  { pool, cipher }: Club,
  memberIds: string[],
): Promise<ClubPersonalData['ratings']> {
  const { rows } = await pool.query<{
    id: string;
    title: string;
    score: number;
    as_promised: boolean;
    comment_sealed: Buffer | null;
    at: Date;
  }>(
    `select rr.id, v.title, rr.score, rr.as_promised, rr.comment_sealed, rr.at from redemption_ratings rr join vouchers v on v.id = rr.voucher_id
     where rr.member_id = any ($1) order by rr.at, rr.id`,
    [memberIds],
  );
  return rows.map((row) => ({
    title: row.title,
    score: row.score,
    asPromised: row.as_promised,
    comment: openOrNull(cipher, 'redemption_ratings.comment_sealed', {
      id: row.id,
      envelope: row.comment_sealed,
    }),
    at: toInstant(row.at),
  }));
}

async function readReports(club: Club, memberIds: string[]): Promise<ClubPersonalData['reports']> {
  const { rows } = await club.pool.query<ReportRow>(
    `select ${REPORT_COLUMNS} from voucher_reports vr where vr.member_id = any ($1) order by vr.at, vr.id`,
    [memberIds],
  );
  return rows.map((row) => {
    const { ticketNo, kind, at, answer, closedAt } = reportView(club, row);
    const cell = { id: row.id, envelope: row.comment_sealed };
    const comment = openOrNull(club.cipher, 'voucher_reports.comment_sealed', cell);
    return { ticketNo, kind, comment, at, answer, closedAt };
  });
}

async function readSignInDays({ pool }: Club, memberIds: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ day: string }>(
    'select distinct day from sign_ins where member_id = any ($1) order by day',
    [memberIds],
  );
  return rows.map(({ day }) => day);
}

/** What a member did and said here, under every id it has had, as far as the lists of gifts, orders, vouchers and points do not show it. */
export async function readDeeds(
  club: Club,
  memberIds: string[],
): Promise<Pick<ClubPersonalData, 'uses' | 'transfers' | 'ratings' | 'reports' | 'signInDays' | 'referral'>> {
  return {
    uses: await readUses(club, memberIds),
    transfers: await readTransfers(club, memberIds),
    ratings: await readRatings(club, memberIds),
    reports: await readReports(club, memberIds),
    signInDays: await readSignInDays(club, memberIds),
    referral: await readOwnReferral(club, memberIds),
  };
}
