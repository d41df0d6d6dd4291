import type { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import type { Keys } from '../../../bff/crypto/keys';
import { createAccessTokens } from '../../../bff/http/sessions/access-tokens';
import { signServiceToken } from '../../../bff/http/service-token';
import { redemptionStatement } from '../../../bff/systems/club/counter/redemption-statement';
import { writeScanToken } from '../../../bff/systems/club/counter/scan-token';
import type { MeasuredProcess } from '../proxy/measured-process';
import { driveJobs, type Job } from '../support/club/drive';
import { pgbench } from '../support/club/pgbench';
import { COUNTERS, counterOf } from './counter-work';

export const CONCURRENCY = 8;
const SCAN_MS = 600_000;

export interface Measured {
  perSecond: number;
  latencies: number[];
  /** Of all Node processes that took part; undefined where it is not theirs to say. */
  cpuMs?: number;
}

/** One way to redeem the vouchers from `first` on, each once. */
export interface Way {
  name: string;
  redeem(first: number, count: number): Promise<Measured>;
}

/** The statement of the club with its parameters spelled as pgbench's; ids are made from the transaction's number. */
function scriptOf(): string {
  const place = `mod(:n, ${String(COUNTERS)})::text`;
  const unique = (kind: string) => `('${kind}' || :n)`;
  const parameters = [
    unique('bv_'),
    `('bc_' || ${place})`,
    `('bm_' || ${place})`,
    `('bs_' || ${place})`,
    'null',
    '1',
    `(now() + interval '100 seconds')`,
    'null',
    'false',
    'null',
    unique('request_'),
    `decode('${'00'.repeat(32)}', 'hex')`,
    unique('redemption_'),
    unique('line_'),
    unique('event_'),
  ];
  const text = redemptionStatement.text.replace(
    /\$(\d+)/g,
    (_, at: string) => parameters[Number(at) - 1] ?? '',
  );
  return `\\set k :k + 1\n\\set n :first + :client_id * :each + :k\n${text.replace(/\s*\n\s*/g, ' ').trim()};\n`;
}

export const throughPgbench = (url: string): Way => ({
  name: 'pgbench',
  async redeem(first, count) {
    const each = Math.floor(count / CONCURRENCY);
    const variables = { first, each, k: -1 };
    const { perSecond, latencyMs } = await pgbench({
      url,
      script: scriptOf(),
      clients: CONCURRENCY,
      transactions: count,
      variables,
    });
    return { perSecond, latencies: [latencyMs] };
  },
});

export const throughStatement = (pool: Pool): Way => ({
  name: 'the statement through pg',
  async redeem(first, count) {
    const latencies: number[] = [];
    let next = first;
    const slot = async () => {
      while (next < first + count) {
        const { voucherId, clerkId, merchantId, storeId } = counterOf(next++);
        const scanUntil = new Date(Date.now() + 100_000);
        const ids = [randomUUID(), randomUUID(), randomUUID()];
        const startedAt = performance.now();
        const { rowCount } = await pool.query({
          ...redemptionStatement,
          values: [
            voucherId,
            clerkId,
            merchantId,
            storeId,
            null,
            1,
            scanUntil,
            null,
            false,
            null,
            randomUUID(),
            Buffer.alloc(32),
            ...ids,
          ],
        });
        if (rowCount !== 1) throw new Error(`${voucherId} was not redeemed`);
        latencies.push(performance.now() - startedAt);
      }
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: CONCURRENCY }, slot));
    return { perSecond: count / ((performance.now() - startedAt) / 1000), latencies };
  },
});

function confirmation(keys: Keys, number: number): string {
  const { voucherId, clerkId, storeId } = counterOf(number);
  const scan = { v: voucherId, n: 1, c: clerkId, s: storeId, p: null, e: Date.now() + SCAN_MS };
  return JSON.stringify({ storeId, scanToken: writeScanToken(keys.derive('club:scan-token'), scan) });
}

/** Tokens and bodies are made before the clock starts: they are the phones' work. */
function jobsOf(
  keys: Keys,
  path: string,
  { first, count }: { first: number; count: number },
  tokens: readonly string[],
): Job[] {
  return Array.from({ length: count }, (_, at) => ({
    method: 'POST' as const,
    path,
    headers: {
      authorization: `Bearer ${tokens[(first + at) % COUNTERS] ?? ''}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    body: confirmation(keys, first + at),
  }));
}

async function measured(url: string, jobs: Job[], processes: readonly MeasuredProcess[]): Promise<Measured> {
  const cpu = async () =>
    (await Promise.all(processes.map((process) => process.cpuMicroseconds()))).reduce((a, b) => a + b, 0);
  const before = await cpu();
  const { latencies, seconds } = await driveJobs(url, jobs, CONCURRENCY);
  return {
    perSecond: jobs.length / seconds,
    latencies,
    cpuMs: ((await cpu()) - before) / 1000 / jobs.length,
  };
}

const counters = Array.from({ length: COUNTERS }, (_, number) => counterOf(number));

export const throughClub = (keys: Keys, club: MeasuredProcess): Way => ({
  name: 'the club over HTTP',
  redeem(first, count) {
    const tokens = counters.map(({ clerkId, merchantId, storeId }) =>
      signServiceToken(keys.serviceKey, {
        from: 'bff',
        to: 'club',
        actor: { subject: `m_${clerkId}`, role: 'clerk', clerkId, merchantId, storeIds: [storeId] },
      }),
    );
    return measured(club.url, jobsOf(keys, '/v1/merchant/redemptions', { first, count }, tokens), [club]);
  },
});

export const throughBoth = (keys: Keys, club: MeasuredProcess, bff: MeasuredProcess): Way => ({
  name: 'BFF and club over HTTP',
  redeem(first, count) {
    const access = createAccessTokens(keys.tokens, { lifetimeSeconds: 900 });
    const tokens = counters.map(
      ({ clerkId, merchantId, storeId }) =>
        access.issue({
          audience: 'member',
          accountId: `m_${clerkId}`,
          sessionId: `ses_${clerkId}`,
          phoneless: false,
          branchId: 'br_sd_jinan',
          counter: { role: 'clerk', clerkId, merchantId, storeIds: [storeId] },
        }).accessToken,
    );
    return measured(bff.url, jobsOf(keys, '/api/v1/merchant/redemptions', { first, count }, tokens), [
      club,
      bff,
    ]);
  },
});
