import { uuidv7 } from 'uuidv7';
import type { Actor } from '../../../http/service-token';
import { noticeOf } from '../rules/claim-news';
import type { Db } from './db';

/** Who does something; `at` only where something that happened earlier is told, as a demonstration does. */
export type By = Pick<Actor, 'role' | 'subject'> & { at?: Date };

/** Keeps what happened for good, and what of it the person has to know until somebody has told it. */
export async function noteEvent(
  db: Db,
  by: By,
  event: { claimId: string; kind: string; detail: string },
): Promise<void> {
  await db.query(
    `insert into claim_events (id, claim_id, kind, detail, actor_role, actor_subject, at)
     values ($1, $2, $3, $4, $5, $6, coalesce($7, now()))`,
    [uuidv7(), event.claimId, event.kind, event.detail, by.role, by.subject, by.at ?? null],
  );
  const news = noticeOf(event);
  if (news === null) return;
  await addNotice(db, {
    claimId: event.claimId,
    kind: 'progress',
    news,
    event: `${event.kind}:${event.detail}`,
  });
}

export async function addNotice(
  db: Db,
  notice: { claimId: string; kind: 'received' | 'progress'; news: string; event: string },
): Promise<void> {
  await db.query('insert into claim_notices (id, claim_id, kind, news, event) values ($1, $2, $3, $4, $5)', [
    uuidv7(),
    notice.claimId,
    notice.kind,
    notice.news,
    notice.event,
  ]);
}
