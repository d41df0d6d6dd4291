import startDatabaseServer from '../../support/database-server';
import stopDatabaseServer from '../../support/database-server-end';
import type { Bench, BenchContext, Figure, Table } from '../support/definition';
import { median, percentile, quartiles } from '../support/percentiles';
import { drive } from './load';
import { openArena, type Variant } from './variants';

const ROUNDS = 5;
const READS_A_ROUND = 3000;
const SCREENS_A_ROUND = 400;
const CONCURRENCY = 16;
/** Node compiles what it runs often, and is at it for some ten thousand requests; the server of every day has them behind it. */
const ROUNDS_TO_WARM_UP = 4;

interface Round {
  cpuMicroseconds: number;
  latencies: number[];
}

interface Work {
  variant: Variant;
  name: string;
  paths: string[];
  units: number;
}

async function measure({ variant, paths, units }: Work): Promise<Round> {
  const before = await variant.process.cpuMicroseconds();
  const load = { paths, headers: variant.headers, units, concurrency: CONCURRENCY };
  const latencies = await drive(variant.process.url, load);
  const after = await variant.process.cpuMicroseconds();
  return { cpuMicroseconds: (after - before) / units, latencies };
}

/** In turns, so that whatever else the machine does meets all of them alike. */
async function inTurns(
  works: Work[],
  rounds: number,
  say: BenchContext['say'],
): Promise<Map<string, Round[]>> {
  const measured = new Map<string, Round[]>(works.map(({ name }) => [name, []]));
  for (const work of works) await measure({ ...work, units: ROUNDS_TO_WARM_UP * work.units });
  for (let round = 0; round < rounds; round += 1) {
    for (const work of works) measured.get(work.name)?.push(await measure(work));
    say(`round ${String(round + 1)} of ${String(rounds)}`);
  }
  return measured;
}

function rowOf(name: string, rounds: Round[], bareCpu: number): (string | number)[] {
  const cpu = median(rounds.map((round) => round.cpuMicroseconds));
  const all = rounds.flatMap((round) => round.latencies);
  const ms = (share: number) => Number(percentile(all, share).toFixed(2));
  return [name, Math.round(cpu), Number((cpu / bareCpu).toFixed(2)), ms(0.5), ms(0.99)];
}

function figureOf(name: string, ratios: number[], goal: NonNullable<Figure['goal']>, unit: string): Figure {
  return { name, value: median(ratios), unit, goal, spread: quartiles(ratios) };
}

/** Round by round, because two neighbours in time met the same machine. */
function ratios(measured: Map<string, Round[]>, over: string, under: string): number[] {
  const below = measured.get(under) ?? [];
  return (measured.get(over) ?? []).map(
    (round, index) => round.cpuMicroseconds / (below[index]?.cpuMicroseconds ?? Number.NaN),
  );
}

/** The five reads a home screen would make if nobody gathered them. */
const FIVE_READS = ['policies', 'claims', 'gifts', 'vouchers', 'points'];

function worksOf(variants: Variant[]): { reads: Work[]; screens: Work[] } {
  const reads = variants.map((variant) => ({
    variant,
    name: variant.name,
    paths: [variant.path],
    units: READS_A_ROUND,
  }));
  const screens = variants.map((variant) => ({
    variant,
    name: `five reads, ${variant.name}`,
    paths:
      variant.name === 'ours'
        ? FIVE_READS.map((name) => `/api/v1/${name}`)
        : FIVE_READS.map(() => variant.path),
    units: SCREENS_A_ROUND,
  }));
  const ours = variants.filter(({ name }) => name === 'ours');
  const home = ours.map((variant) => ({
    variant,
    name: 'one home read, ours',
    paths: ['/api/v1/home'],
    units: SCREENS_A_ROUND,
  }));
  return { reads, screens: [...screens, ...home] };
}

function tableOf(title: string, measured: Map<string, Round[]>, bare: string): Table {
  const bareCpu = median((measured.get(bare) ?? []).map((round) => round.cpuMicroseconds));
  return {
    title,
    columns: ['way', 'CPU µs', '× bare', 'p50 ms', 'p99 ms'],
    rows: [...measured].map(([name, rounds]) => rowOf(name, rounds, bareCpu)),
  };
}

export const bench: Bench = {
  about:
    'one proxied read and the home screen: processor time beside a bare proxy and a plainly written Fastify',
  async run({ runs = ROUNDS, profile, say }) {
    await startDatabaseServer();
    const arena = await openArena(profile);
    try {
      const { reads, screens } = worksOf(arena.variants);
      const read = await inTurns(reads, runs, say);
      const screen = await inTurns(screens, runs, say);
      return {
        figures: [
          figureOf('CPU of a read, ours', ratios(read, 'ours', 'bare'), { atMost: 2.2 }, '× bare'),
          figureOf(
            'CPU of a read, plain Fastify',
            ratios(read, 'plain Fastify', 'ours'),
            { atLeast: 4 },
            '× ours',
          ),
          figureOf(
            'CPU of the home screen in one request',
            ratios(screen, 'one home read, ours', 'five reads, ours'),
            { atMost: 1 },
            '× five reads',
          ),
        ],
        tables: [tableOf('One read', read, 'bare'), tableOf('The home screen', screen, 'five reads, bare')],
      };
    } finally {
      await arena.stop();
      await stopDatabaseServer();
    }
  },
};
