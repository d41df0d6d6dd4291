import { createPool } from '../../../bff/database/pool';
import { findBreaches } from '../../../bff/systems/club/invariants';
import { testKeys } from '../../support/settings';
import type { Bench, BenchContext, Figure, Table } from '../support/definition';
import { median, percentile, quartiles } from '../support/percentiles';
import { startBffProcess, startClubProcess } from '../support/club/club-processes';
import { startBenchServer, type BenchServer } from '../support/club/sized-database';
import { addCounterWork } from './counter-work';
import {
  CONCURRENCY,
  throughBoth,
  throughClub,
  throughPgbench,
  throughStatement,
  type Measured,
  type Way,
} from './ways';

const ROUNDS = 5;
const A_ROUND = 1_200;
const WARM_UP = 400;
const SIZES = [10_000, 445_000];

/** In turns, so that whatever else the machine does meets all of them alike. */
async function inTurns(
  ways: readonly Way[],
  rounds: number,
  say: BenchContext['say'],
): Promise<Map<string, Measured[]>> {
  const outcome = new Map<string, Measured[]>(ways.map(({ name }) => [name, []]));
  let next = 0;
  const take = (count: number) => (next += count) - count;
  for (const way of ways) await way.redeem(take(WARM_UP), WARM_UP);
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) outcome.get(way.name)?.push(await way.redeem(take(A_ROUND), A_ROUND));
    say(`round ${String(round + 1)} of ${String(rounds)}`);
  }
  return outcome;
}

const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

function tableOf(members: number, outcome: Map<string, Measured[]>): Table {
  return {
    title: `${members.toLocaleString('en-US')} members, ${String(CONCURRENCY)} at a time`,
    columns: ['way', 'a second', 'p50 ms', 'p99 ms', 'Node CPU ms'],
    rows: [...outcome].map(([name, rounds]) => {
      const all = rounds.flatMap(({ latencies }) => latencies);
      const cpu = rounds.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]));
      const tail = name === 'pgbench' ? '' : rounded(percentile(all, 0.99));
      const times = [rounded(percentile(all, 0.5)), tail];
      return [
        name,
        Math.round(median(rounds.map(({ perSecond }) => perSecond))),
        ...times,
        cpu.length > 0 ? rounded(median(cpu)) : '',
      ];
    }),
  };
}

function figuresOf(members: number, outcome: Map<string, Measured[]>): Figure[] {
  const size = `at ${members.toLocaleString('en-US')}`;
  const of = (name: string) => outcome.get(name) ?? [];
  const ratio = (name: string) =>
    of(name).map(({ perSecond }, round) => perSecond / (of('pgbench')[round]?.perSecond ?? Number.NaN));
  const cpu = of('BFF and club over HTTP').map(({ cpuMs }) => cpuMs ?? Number.NaN);
  const figure = (name: string, values: number[], rest: Pick<Figure, 'unit' | 'goal'>): Figure => ({
    name: `${name} ${size}`,
    value: median(values),
    spread: quartiles(values),
    ...rest,
  });
  return [
    figure('Node CPU of a redemption', cpu, { unit: 'ms', goal: { atMost: 1.2 } }),
    figure('the statement', ratio('the statement through pg'), {
      unit: '× pgbench',
      goal: { atLeast: 0.85 },
    }),
    figure('the club over HTTP', ratio('the club over HTTP'), { unit: '× pgbench', goal: { atLeast: 0.35 } }),
    figure('BFF and club over HTTP', ratio('BFF and club over HTTP'), {
      unit: '× pgbench',
      goal: { atLeast: 0.35 },
    }),
  ];
}

async function atSize(server: BenchServer, members: number, { runs = ROUNDS, say }: BenchContext) {
  const database = await server.copy(members);
  const keys = await testKeys();
  const pool = createPool({
    url: database.url,
    name: 'bench',
    schema: 'club',
    max: CONCURRENCY,
    statementTimeoutMs: 600_000,
  });
  const club = await startClubProcess(database.url);
  const bff = await startBffProcess(database.url, club.url);
  try {
    await addCounterWork(pool, keys.cipher, 4 * (WARM_UP + runs * A_ROUND));
    const ways = [
      throughPgbench(database.url),
      throughStatement(pool),
      throughClub(keys, club),
      throughBoth(keys, club, bff),
    ];
    const outcome = await inTurns(ways, runs, say);
    const broken = await findBreaches(pool);
    if (broken.length > 0) throw new Error(`promises were broken: ${JSON.stringify(broken)}`);
    return outcome;
  } finally {
    await bff.stop();
    await club.stop();
    await pool.end();
    await database.drop();
  }
}

export const bench: Bench = {
  about: 'a redemption: the club, and BFF and club together, beside pgbench running the same statement',
  async run(context) {
    const server = await startBenchServer(context.say);
    try {
      const figures: Figure[] = [];
      const tables: Table[] = [];
      for (const members of SIZES) {
        const outcome = await atSize(server, members, context);
        figures.push(...figuresOf(members, outcome));
        tables.push(tableOf(members, outcome));
      }
      return { figures, tables };
    } finally {
      await server.stop();
    }
  },
};
