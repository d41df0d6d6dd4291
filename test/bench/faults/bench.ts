import startDatabaseServer from '../../support/database-server';
import stopDatabaseServer from '../../support/database-server-end';
import { p99Of, p95OfOthers } from '../../faults/support/goals';
import { allPairs, type Pair } from '../../faults/support/plan';
import { openTrial, type Outcome, type Trial } from '../../faults/support/trial';
import type { Bench, Figure, Table } from '../support/definition';

interface Row extends Pair {
  outcome: Outcome;
  misses: string[];
}

async function sufferAll(trial: Trial, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { system, fault } of allPairs) {
    const { misses, untrue, outcome } = await trial.judged(system, fault);
    const told = misses.map(({ goal, seen }) => `${goal}: ${seen}`);
    rows.push({ system, fault, outcome, misses: [...told, ...untrue.map(({ key }) => `untrue: ${key}`)] });
    say(`${system} ${fault}${told.length > 0 ? ` missed ${told.join('; ')}` : ''}`);
  }
  return rows;
}

const whole = (value: number | undefined) => (value === undefined ? '' : Math.round(value));
const worst = (rows: Row[], pick: (outcome: Outcome) => number | undefined) =>
  Math.max(...rows.map(({ outcome }) => pick(outcome) ?? 0));

function figuresOf(rows: Row[]): Figure[] {
  const ms = (name: string, atMost: number, pick: (outcome: Outcome) => number | undefined): Figure => ({
    name,
    value: worst(rows, pick),
    unit: 'ms at worst',
    goal: { atMost },
  });
  const ratio = ({ observed, baseline }: Outcome) =>
    p95OfOthers(observed.heard) / p95OfOthers(baseline.heard);
  return [
    {
      name: 'pairs of system and fault with a goal missed',
      value: rows.filter(({ misses }) => misses.length > 0).length,
      unit: `of ${String(rows.length)}`,
      goal: { atMost: 0 },
    },
    ms('a read that needs the sick system, p99', 2_200, ({ observed }) => p99Of(observed.heard, 'read')),
    ms('a write that needs the sick system, p99', 3_200, ({ observed }) => p99Of(observed.heard, 'write')),
    {
      name: 'every other route, p95',
      value: worst(rows, ratio),
      unit: '× when all are well, at worst',
      note: 'below 150 ms more it is what a machine adds by itself',
    },
    ms('event loop, p99', 50, ({ observed }) => observed.loopP99Ms),
    ms('until the circuit is closed again', 10_000, ({ observed }) => observed.closedAfterMs),
  ];
}

function tableOf(rows: Row[]): Table {
  return {
    title: 'Each fault at each system',
    columns: [
      'system',
      'fault',
      'read p99',
      'write p99',
      'others p95',
      'loop p99',
      'requests',
      'calls',
      'closed',
      'missed',
    ],
    rows: rows.map(({ system, fault, outcome: { observed }, misses }) => [
      system,
      fault,
      whole(p99Of(observed.heard, 'read')),
      whole(p99Of(observed.heard, 'write')),
      whole(p95OfOthers(observed.heard)),
      whole(observed.loopP99Ms),
      observed.requests,
      observed.calls,
      whole(observed.closedAfterMs),
      misses.join('; '),
    ]),
  };
}

/** The long form of test/faults: every fault at every system. */
export const bench: Bench = {
  about: 'every fault at every system of record: deadlines, the other routes, the circuit',
  async run({ seed, say }) {
    await startDatabaseServer();
    const trial = await openTrial(seed);
    try {
      const rows = await sufferAll(trial, say);
      return { figures: figuresOf(rows), tables: [tableOf(rows)] };
    } finally {
      await trial.stop();
      await stopDatabaseServer();
    }
  },
};
