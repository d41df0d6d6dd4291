import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';

/** Longer than any try is under way, at whichever server and inside core. */
const UNDER_WAY_SECONDS = 120;
const KEPT_DAYS = 1;

interface Request {
  accountId: string;
  requestKey: string;
}

/**
 * Tries to report that may have gone on to core. Until one has surely ended nobody can say that the report has not arrived, and a repeat must not
 * be told so: the person would report a second time.
 */
export interface BegunReports {
  /** Before anything is sent on. @returns the id of this try */
  begin(request: Request): Promise<string>;
  /** It has surely left nothing behind. */
  cameToNothing(id: string): Promise<void>;
  /** An earlier try may still arrive. */
  mayArrive(request: Request): Promise<boolean>;
  deleteOld(): Promise<void>;
}

export function createBegunReports(pool: Pool): BegunReports {
  return {
    async begin({ accountId, requestKey }) {
      const id = uuidv7();
      await pool.query('insert into begun_reports (id, account_id, request_key) values ($1, $2, $3)', [
        id,
        accountId,
        requestKey,
      ]);
      return id;
    },
    async cameToNothing(id) {
      await pool.query('delete from begun_reports where id = $1', [id]);
    },
    async mayArrive({ accountId, requestKey }) {
      const { rowCount } = await pool.query(
        `select 1 from begun_reports
         where account_id = $1 and request_key = $2 and begun_at > now() - make_interval(secs => $3) limit 1`,
        [accountId, requestKey, UNDER_WAY_SECONDS],
      );
      return rowCount !== 0;
    },
    async deleteOld() {
      await pool.query('delete from begun_reports where begun_at < now() - make_interval(days => $1)', [
        KEPT_DAYS,
      ]);
    },
  };
}
