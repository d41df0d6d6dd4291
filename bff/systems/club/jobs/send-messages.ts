import type { Logger } from 'pino';
import type { Sms } from '../../../upstream/sms/client';
import type { Club } from '../club';
import { messageOf, type OutboxKind } from './message-of';
import { watchUse } from './watch-use';

/** While one process works on a row no other takes it; a killed one's row is free again after this. */
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3_600;

interface Taken {
  id: string;
  kind: OutboxKind;
  subject_id: string;
  attempts: number;
}

export interface Telling {
  club: Club;
  log: Logger;
  /** Undefined while no gateway is known: messages wait. */
  sms(): Promise<Pick<Sms, 'send'> | undefined>;
}

/** An object rather than a string, so that a test can take the claim out and show that a message then goes out twice. */
export const takeMessageStatement = {
  text: `update outbox set due_at = now() + make_interval(secs => $1), attempts = attempts + 1
     where id = (select id from outbox where done_at is null and due_at <= now() order by due_at limit 1 for update skip locked)
     returning id, kind, subject_id, attempts`,
};

async function takeDue({ club }: Telling): Promise<Taken | undefined> {
  const { rows } = await club.pool.query<Taken>(takeMessageStatement.text, [LEASE_SECONDS]);
  return rows[0];
}

/** Every step may be repeated: an alarm has its key, and the gateway sends one message per key. */
async function tell({ club, log, sms }: Telling, taken: Taken): Promise<void> {
  if (taken.kind === 'voucherUsed') await watchUse({ pool: club.pool, log }, taken.subject_id);
  const message = await messageOf(club, { kind: taken.kind, subjectId: taken.subject_id });
  if (message) {
    const gateway = await sms();
    if (!gateway) throw new Error('no SMS gateway is known to this club');
    await gateway.send(message, { idempotencyKey: `club-${taken.id}` });
  }
  await club.pool.query('update outbox set done_at = now() where id = $1', [taken.id]);
}

/** Tries again later, at growing distances; never gives up by itself. */
async function postpone({ club, log }: Telling, taken: Taken, error: unknown): Promise<void> {
  log.warn({ err: error, kind: taken.kind, attempts: taken.attempts }, 'a message could not be sent');
  const pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, 5 * 2 ** Math.min(taken.attempts, 10));
  await club.pool.query('update outbox set due_at = now() + make_interval(secs => $2) where id = $1', [
    taken.id,
    pauseSeconds,
  ]);
}

/** One message of the outbox. */
export async function sendNext(telling: Telling): Promise<'more' | 'idle'> {
  const taken = await takeDue(telling);
  if (!taken) return 'idle';
  await tell(telling, taken).catch((error: unknown) => postpone(telling, taken, error));
  return 'more';
}
