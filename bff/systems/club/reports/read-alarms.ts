import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import { notFound } from '../../../http/problem';
import type { ClubAlarm, clubAlarmQuery } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { Operator } from '../network/operator';
import { limitOf, page, timePosition } from '../pages';

interface AlarmRow {
  id: string;
  kind: ClubAlarm['kind'];
  at: Date;
  store_id: string | null;
  store_name: string | null;
  clerk_id: string | null;
  member_id: string | null;
  redemption_id: string | null;
  facts: ClubAlarm['facts'];
  seen_at: Date | null;
}

const ALARM_SQL = `
  select a.id, a.kind, a.at, s.id as store_id, s.name as store_name, a.clerk_id, a.member_id, a.redemption_id, a.facts, a.seen_at
  from alarms a left join stores s on s.id = a.store_id
  where (a.branch_id is null or a.branch_id in (select branch_tree($1)))`;

const viewOf = (row: AlarmRow): ClubAlarm => ({
  id: row.id,
  kind: row.kind,
  at: toInstant(row.at),
  store: row.store_id === null ? null : { id: row.store_id, name: row.store_name ?? '' },
  clerkId: row.clerk_id,
  memberId: row.member_id,
  redemptionId: row.redemption_id,
  facts: row.facts,
  seenAt: row.seen_at ? toInstant(row.seen_at) : null,
});

/** Newest first: those of the own branch, and those of the machinery, which are everybody's. */
export async function listAlarms(
  club: Club,
  operator: Operator,
  query: z.infer<typeof clubAlarmQuery>,
): Promise<{ items: ClubAlarm[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<AlarmRow>(
    `${ALARM_SQL} and ($2::text is null or a.kind = $2) and ($3::text is null or ($3 = 'yes') = (a.seen_at is not null))
       and ($4::timestamptz is null or (a.at, a.id) < ($4, $5)) order by a.at desc, a.id desc limit $6`,
    [operator.branchId, query.kind ?? null, query.seen ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, { item: viewOf, position: (row) => [row.at.toISOString(), row.id] });
}

/** Who saw it first stays on it. */
export async function markSeen(club: Club, operator: Operator, alarmId: string): Promise<ClubAlarm> {
  await club.pool.query(
    `update alarms set seen_at = now(), seen_by = $3 where id = $2 and seen_at is null
       and (branch_id is null or branch_id in (select branch_tree($1)))`,
    [operator.branchId, alarmId, operator.operatorId],
  );
  const { rows } = await club.pool.query<AlarmRow>(`${ALARM_SQL} and a.id = $2`, [
    operator.branchId,
    alarmId,
  ]);
  if (!rows[0]) throw notFound('没有找到这条告警');
  return viewOf(rows[0]);
}
