import type { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import type { Keys } from '../../../bff/crypto/keys';
import { createAccessTokens } from '../../../bff/http/sessions/access-tokens';
import { signServiceToken } from '../../../bff/http/service-token';
import { redemptionStatement } from '../../../bff/systems/club/counter/redemption-statement';
import { writeScanToken } from '../../../bff/systems/club/counter/scan-token';
import type { MeasuredProcess } from '../proxy/measured-process';
import type { Job } from '../support/club/drive';
import { scriptOf, throughPgbench, withParameters } from '../support/club/script';
import { throughHttp } from '../support/club/through-http';
import { atOnce, type Way } from '../support/club/way';
import { COUNTERS, counterOf } from './counter-work';

const SCAN_MS = 600_000;

/** The statement of the club with its parameters spelled as pgbench's; ids are made from the transaction's number. */
function script(): string {
  const place = `mod(:n, ${String(COUNTERS)})::text`;
  const unique = (kind: string) => `('${kind}' || :n)`;
  const aim = [
    unique('bv_'),
    `('bc_' || ${place})`,
    `('bm_' || ${place})`,
    `('bs_' || ${place})`,
    'null',
    '1',
  ];
  const scan = [`(now() + interval '100 seconds')`, 'null', 'false', 'null'];
  const request = [unique('request_'), `decode('${'00'.repeat(32)}', 'hex')`];
  const ids = [unique('redemption_'), unique('line_'), unique('event_')];
  return scriptOf([withParameters(redemptionStatement.text, [...aim, ...scan, ...request, ...ids])]);
}

export const throughPostgres = (url: string): Way => throughPgbench(url, script());

export const throughStatement = (pool: Pool): Way => ({
  name: 'the statement through pg',
  work: (first, count) =>
    atOnce({ first, count }, async (number) => {
      const { voucherId, clerkId, merchantId, storeId } = counterOf(number);
      const scanUntil = new Date(Date.now() + 100_000);
      const aim = [voucherId, clerkId, merchantId, storeId, null, 1, scanUntil, null, false, null];
      const request = [randomUUID(), Buffer.alloc(32)];
      const ids = [randomUUID(), randomUUID(), randomUUID()];
      const { rowCount } = await pool.query({ ...redemptionStatement, values: [...aim, ...request, ...ids] });
      if (rowCount !== 1) throw new Error(`${voucherId} was not redeemed`);
    }),
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

const counters = Array.from({ length: COUNTERS }, (_, number) => counterOf(number));

export const throughClub = (keys: Keys, club: MeasuredProcess): Way => ({
  name: 'the club over HTTP',
  work(first, count) {
    const tokens = counters.map(({ clerkId, merchantId, storeId }) =>
      signServiceToken(keys.serviceKey, {
        from: 'bff',
        to: 'club',
        actor: { subject: `m_${clerkId}`, role: 'clerk', clerkId, merchantId, storeIds: [storeId] },
      }),
    );
    return throughHttp(club.url, jobsOf(keys, '/v1/merchant/redemptions', { first, count }, tokens), [club]);
  },
});

export const throughBoth = (keys: Keys, club: MeasuredProcess, bff: MeasuredProcess): Way => ({
  name: 'BFF and club over HTTP',
  work(first, count) {
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
    return throughHttp(bff.url, jobsOf(keys, '/api/v1/merchant/redemptions', { first, count }, tokens), [
      club,
      bff,
    ]);
  },
});
