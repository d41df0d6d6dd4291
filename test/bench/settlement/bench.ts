import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { closeMerchant } from '../../../bff/systems/club/settlement/close-merchant';
import { signServiceToken } from '../../../bff/http/service-token';
import type { Bench, BenchContext, BenchResult } from '../support/definition';
import { inArena, type Arena } from '../support/club/arena';
import { clubInProcess, recorded } from '../support/club/record';
import { scriptFrom, throughPgbench } from '../support/club/script';
import { startBenchServer } from '../support/club/sized-database';
import { median, quartiles } from '../support/percentiles';
import { addMonth, addRun, MERCHANTS } from './month';

const SIZES = [445_000];
const ROUNDS = 3;
const LOOK_EVERY_MS = 50;
const OPERATOR = 'opr_demo_0001';

interface Closed {
  seconds: number;
  cpuMs?: number;
}
type Close = (arena: Arena, round: number) => Promise<Closed>;

const runOf = (round: number) => `brun_${String(round)}`;
const merchantOf = (number: number) => `mch_size_${String(number).padStart(4, '0')}`;

/** The statements of one closing, asked 800 times by pgbench: what PostgreSQL itself needs. */
const byPgbench: Close = async ({ url, pool, keys }, round) => {
  await addRun(pool, runOf(round));
  const { club, close } = clubInProcess(url, keys);
  try {
    const task = { runId: runOf(round), merchantId: merchantOf(1) };
    const asked = await recorded(club.pool, () => closeMerchant(club, task));
    const known = new Map([[task.merchantId, `('mch_size_' || lpad(:n::text, 4, '0'))`]]);
    const { work } = throughPgbench(url, scriptFrom(asked, known), { clients: 1 });
    const { perSecond } = await work(2, MERCHANTS - 1);
    return { seconds: MERCHANTS / perSecond };
  } finally {
    await close();
  }
};

/** The operator asks for it; the club's jobs close one merchant after the other, and it is done when the run says so. */
const byClub: Close = async ({ pool, keys, club }) => {
  const actor = { subject: OPERATOR, role: 'operator' as const, branchId: 'br_sd' };
  const token = signServiceToken(keys.serviceKey, { from: 'bff', to: 'club', actor });
  const before = await club.cpuMicroseconds();
  const startedAt = performance.now();
  const answer = await fetch(`${club.url}/v1/settlement-runs`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ only: 'all' }),
  });
  if (answer.status !== 202) throw new Error(`the run was answered ${await answer.text()}`);
  const { run } = (await answer.json()) as { run: { id: string; merchants: number } };
  const isDone = async () =>
    (await pool.query('select 1 from settlement_runs where id = $1 and finished_at is not null', [run.id]))
      .rowCount === 1;
  while (!(await isDone())) await pause(LOOK_EVERY_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, cpuMs: ((await club.cpuMicroseconds()) - before) / 1000 / run.merchants };
};

const WAYS: readonly { name: string; close: Close }[] = [
  { name: 'pgbench', close: byPgbench },
  { name: 'the club', close: byClub },
];

async function rounds(arena: Arena, context: BenchContext): Promise<Map<string, Closed[]>> {
  const outcome = new Map<string, Closed[]>(WAYS.map(({ name }) => [name, []]));
  const count = context.runs ?? ROUNDS;
  // What loading left open belongs to no measured month.
  await byClub(arena, 0);
  for (let round = 1; round <= count; round += 1) {
    for (const { name, close } of WAYS) {
      await addMonth(arena.pool, `${String(round)}${name === 'pgbench' ? 'p' : 'c'}`);
      outcome.get(name)?.push(await close(arena, round));
    }
    context.say(`round ${String(round)} of ${String(count)}`);
  }
  return outcome;
}

function resultOf(outcome: Map<string, Closed[]>): BenchResult {
  const of = (name: string) => outcome.get(name) ?? [];
  const seconds = (name: string) => of(name).map((closed) => closed.seconds);
  const cpu = of('the club').flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]));
  const ratios = seconds('pgbench').map((plain, round) => plain / (seconds('the club')[round] ?? Number.NaN));
  const figure = (name: string, values: number[], unit: string) => ({
    name,
    value: median(values),
    spread: quartiles(values),
    unit,
  });
  return {
    figures: [
      figure('closing 800 merchants, the club', seconds('the club'), 's'),
      figure('closing 800 merchants, pgbench', seconds('pgbench'), 's'),
      figure('the club', ratios, '× pgbench'),
      figure('Node CPU of a merchant', cpu, 'ms'),
    ],
  };
}

export const bench: Bench = {
  about:
    'closing a month of 800 merchants (17,600 uses): the club with its jobs, beside pgbench running the same statements',
  async run(context) {
    const server = await startBenchServer(context.say);
    try {
      const [members = 0] = context.members ?? SIZES;
      return resultOf(await inArena(server, members, context, (arena) => rounds(arena, context)));
    } finally {
      await server.stop();
    }
  },
};
