import type { Bench, BenchContext, Figure, Table } from '../support/definition';
import { inArena } from '../support/club/arena';
import { startBenchServer, type BenchServer } from '../support/club/sized-database';
import { cpuFigure, inTurns, ratioFigure, tableOf, unitsNeeded, type Outcome } from '../support/club/turns';
import { addCounterWork } from './counter-work';
import { throughBoth, throughClub, throughPgbench, throughStatement } from './ways';

const SIZES = [10_000, 445_000];
const ROUNDS = 5;
const TURNS = { aRound: 1_200, warmUp: 2_400 };
const WAYS = 4;

const sized = (members: number) => members.toLocaleString('en-US');

function figuresOf(members: number, outcome: Outcome): Figure[] {
  const at = `at ${sized(members)}`;
  const ratio = (way: string, name: string, goal?: Figure['goal']) =>
    ratioFigure(outcome, {
      name: `${name} ${at}`,
      way,
      to: 'pgbench',
      meaning: { unit: '× pgbench', ...(goal ? { goal } : { note: 'printed, not judged: aim 0.35' }) },
    });
  const cpu = (way: string, name: string, goal?: Figure['goal']) =>
    cpuFigure(outcome, { name: `${name} ${at}`, way, meaning: { unit: 'ms', ...(goal ? { goal } : {}) } });
  return [
    cpu('BFF and club over HTTP', 'Node CPU of a redemption, BFF and club', { atMost: 1.2 }),
    cpu('the club over HTTP', 'Node CPU of a redemption, the club alone'),
    ratio('the statement through pg', 'the statement', { atLeast: 0.85 }),
    ratio('the club over HTTP', 'the club over HTTP'),
    ratio('BFF and club over HTTP', 'BFF and club over HTTP'),
  ];
}

async function atSize(server: BenchServer, members: number, context: BenchContext): Promise<Outcome> {
  const turns = { ...TURNS, rounds: context.runs ?? ROUNDS };
  return inArena(server, members, context, async ({ url, pool, keys, club, bff }) => {
    context.say(`${sized(members)} members: making vouchers to use`);
    await addCounterWork(pool, keys.cipher, unitsNeeded(WAYS, turns));
    const ways = [
      throughPgbench(url),
      throughStatement(pool),
      throughClub(keys, club),
      throughBoth(keys, club, bff),
    ];
    return inTurns(ways, turns, context.say);
  });
}

export const bench: Bench = {
  about: 'a redemption: the club, and BFF and club together, beside pgbench running the same statement',
  async run(context) {
    const server = await startBenchServer(context.say);
    try {
      const figures: Figure[] = [];
      const tables: Table[] = [];
      for (const members of context.members ?? SIZES) {
        const outcome = await atSize(server, members, context);
        figures.push(...figuresOf(members, outcome));
        tables.push(tableOf(`${sized(members)} members`, outcome));
      }
      return { figures, tables };
    } finally {
      await server.stop();
    }
  },
};
