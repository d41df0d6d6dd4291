import type { Pool } from 'pg';
import { Gauge } from 'prom-client';
import { registry } from '../../../http/metrics';
import { STUCK_SQL } from './watch-stuck';

interface Figures {
  stuck: number;
  unseen: number;
  breaches: number | null;
  checked_at_seconds: number | null;
}

const FIGURES_SQL = `
  select (select count(*) from (${STUCK_SQL}) late) as stuck, (select count(*) from alarms where seen_at is null) as unseen,
    (select breaches from check_runs order by finished_at desc limit 1) as breaches,
    (select extract(epoch from max(finished_at))::float8 from check_runs) as checked_at_seconds`;

/** The pools of the clubs that run in this process; usually one. */
const pools = new Set<Pool>();

async function figures(): Promise<Figures | undefined> {
  const [pool] = pools;
  if (!pool) return undefined;
  // A metrics page without the club's figures is better than none while the database is away.
  const answer = await pool.query<Figures>(FIGURES_SQL).catch(() => undefined);
  return answer?.rows[0];
}

function gauge(name: string, help: string, pick: (figures: Figures) => number | null): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const found = await figures();
      const value = found && pick(found);
      if (value === undefined || value === null) this.reset();
      else this.set(value);
    },
  });
}

gauge(
  'club_stuck_items',
  'Messages and settlement runs that should have been done by now.',
  ({ stuck }) => stuck,
);
gauge('club_alarms_unseen', 'Alarms that no operator has seen yet.', ({ unseen }) => unseen);
gauge(
  'club_promises_broken',
  'Promises that the last nightly check of vouchers, redemptions and statements found broken.',
  ({ breaches }) => breaches,
);
gauge(
  'club_promises_checked_timestamp_seconds',
  'When the promises were last checked.',
  (found) => found.checked_at_seconds,
);

/** Until the returned function is called. */
export function reportFiguresOf(pool: Pool): () => void {
  pools.add(pool);
  return () => pools.delete(pool);
}
