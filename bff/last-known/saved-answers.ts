import { hash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { FieldCipher } from '../crypto/field-cipher';
import { toInstant } from '../http/instants';

export interface AnswerAddress {
  /** The account; part of every key, so that one person's answer can never be another's. */
  subject: string;
  /** Which answer, e.g. `policies` or `claim:<id>`. */
  what: string;
}

interface SavedAnswer {
  value: unknown;
  asOf: string;
}

interface Row {
  answer_sealed: Buffer;
  as_of: Date;
}

const RETENTION = '90 days';
/** An unchanged answer is written at most this often: a busy screen must not cost a write per look. */
const REWRITE_AFTER_MS = 60_000;
const REMEMBERED_WRITES = 10_000;

const cellOf = ({ subject, what }: AnswerAddress) => ({
  column: 'bff.last_known.answer_sealed',
  rowId: `${subject.length}:${subject}:${what}`,
});

/** Remembers what was just written, bounded; the oldest memory leaves first. */
class RecentWrites {
  private readonly digests = new Map<string, { digest: string; at: number }>();

  isFresh(key: string, digest: string): boolean {
    const last = this.digests.get(key);
    return last?.digest === digest && Date.now() - last.at < REWRITE_AFTER_MS;
  }

  note(key: string, digest: string): void {
    this.digests.delete(key);
    this.digests.set(key, { digest, at: Date.now() });
    const oldest = this.digests.keys().next().value;
    if (this.digests.size > REMEMBERED_WRITES && oldest !== undefined) this.digests.delete(oldest);
  }

  drop(key: string): void {
    this.digests.delete(key);
  }

  clear(): void {
    this.digests.clear();
  }
}

/**
 * The table behind `LastKnown`. Keeping is not waited for, because nobody should wait for a precaution, and a failure to
 * keep never fails the read; finding waits for what the same process is still writing.
 */
export function createSavedAnswers({ pool, cipher, log }: { pool: Pool; cipher: FieldCipher; log: Logger }) {
  const recent = new RecentWrites();
  const running = new Set<Promise<void>>();

  async function write(address: AnswerAddress, payload: string, asOf: string): Promise<void> {
    const envelope = cipher.seal(payload, cellOf(address));
    await pool.query(
      `insert into last_known (subject, what, answer_sealed, as_of) values ($1, $2, $3, $4)
       on conflict (subject, what) do update
         set answer_sealed = excluded.answer_sealed, as_of = excluded.as_of, saved_at = now()
         where last_known.as_of <= excluded.as_of`,
      [address.subject, address.what, envelope, asOf],
    );
  }

  return {
    keep(address: AnswerAddress, value: unknown, asOf: string): void {
      const payload = JSON.stringify(value);
      const key = cellOf(address).rowId;
      // The time of the answer changes at each look, its content rarely does.
      const content = payload.replace(/"asOf":"[^"]*"/, '');
      const digest = hash('sha256', content, 'base64url');
      if (recent.isFresh(key, digest)) return;
      recent.note(key, digest);
      const writing = write(address, payload, asOf)
        .catch((error: unknown) => {
          recent.drop(key);
          log.warn({ err: error }, 'a last-known answer could not be kept');
        })
        .finally(() => running.delete(writing));
      running.add(writing);
    },
    async find(address: AnswerAddress): Promise<SavedAnswer | undefined> {
      await Promise.all(running);
      const { rows } = await pool.query<Row>(
        'select answer_sealed, as_of from last_known where subject = $1 and what = $2',
        [address.subject, address.what],
      );
      const [row] = rows;
      if (!row) return undefined;
      return {
        value: JSON.parse(cipher.open(row.answer_sealed, cellOf(address))),
        asOf: toInstant(row.as_of),
      };
    },
    async forget(address: AnswerAddress): Promise<void> {
      await Promise.all(running);
      recent.drop(cellOf(address).rowId);
      await pool.query('delete from last_known where subject = $1 and what = $2', [
        address.subject,
        address.what,
      ]);
    },
    async forgetSubject(subject: string): Promise<void> {
      await Promise.all(running);
      recent.clear();
      await pool.query('delete from last_known where subject = $1', [subject]);
    },
    async discardOld(): Promise<void> {
      await pool.query(`delete from last_known where saved_at < now() - $1::interval`, [RETENTION]);
    },
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}
