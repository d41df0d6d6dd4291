import type { BenchContext, BenchResult, Figure, Table } from '../definition';
import { inArena, type Arena } from './arena';
import { startBenchServer } from './sized-database';
import { cpuFigure, inTurns, ratioFigure, tableOf, unitsNeeded, type Outcome, type Turns } from './turns';
import type { Way } from './way';

const SIZES = [10_000, 445_000];
const ROUNDS = 5;

interface SizedBench {
  /** What one unit of work is called in the figures, e.g. `a claimed gift`. */
  unit: string;
  sizes?: number[];
  turns: Omit<Turns, 'rounds'>;
  /** How many ways there are; each unit is done once by one of them. */
  ways: number;
  /** Makes what the ways will use up, then the ways themselves; the first is what all are compared with. */
  prepare(arena: Arena, units: number): Promise<Way[]>;
  /** More, or with goals, than the ratios and the processor time of each way. */
  figures?(members: number, outcome: Outcome): Figure[];
}

const inWords = (members: number) => members.toLocaleString('en-US');

function plainFigures(bench: SizedBench, members: number, outcome: Outcome): Figure[] {
  const [base = '', ...others] = outcome.keys();
  const at = `at ${inWords(members)}`;
  const ratios = others.map((way) =>
    ratioFigure(outcome, { name: `${way} ${at}`, way, to: base, meaning: { unit: `× ${base}` } }),
  );
  const served = others.filter((way) => outcome.get(way)?.some(({ cpuMs }) => cpuMs !== undefined));
  const cpu = served.map((way) =>
    cpuFigure(outcome, { name: `Node CPU of ${bench.unit}, ${way} ${at}`, way, meaning: { unit: 'ms' } }),
  );
  return [...cpu, ...ratios];
}

/** The same work in several ways, at each size of the club; the figures are ratios from within one round. */
export async function measureAtSizes(bench: SizedBench, context: BenchContext): Promise<BenchResult> {
  const turns: Turns = { ...bench.turns, rounds: context.runs ?? ROUNDS };
  const server = await startBenchServer(context.say);
  const figures: Figure[] = [];
  const tables: Table[] = [];
  try {
    for (const members of context.members ?? bench.sizes ?? SIZES) {
      const outcome = await inArena(server, members, context, async (arena) => {
        context.say(`${inWords(members)} members: making what will be used up`);
        const ways = await bench.prepare(arena, unitsNeeded(bench.ways, turns));
        return inTurns(ways, turns, context.say);
      });
      figures.push(...(bench.figures?.(members, outcome) ?? plainFigures(bench, members, outcome)));
      tables.push(tableOf(`${inWords(members)} members`, outcome));
    }
    return { figures, tables };
  } finally {
    await server.stop();
  }
}
