import type { BenchContext, Figure, Table } from '../definition';
import { median, percentile, quartiles } from '../percentiles';
import { CONCURRENCY, type Measured, type Way } from './way';

export type Outcome = Map<string, Measured[]>;

export interface Turns {
  rounds: number;
  /** Units of work a way and round. */
  aRound: number;
  /** Before anything counts: a server that has just started compiles itself while it answers. */
  warmUp: number;
}

/** Service tokens live a minute and are made for each batch of work; a busy machine manages so many in that time. */
const A_SIP = 400;

export const unitsNeeded = (ways: number, { rounds, aRound, warmUp }: Turns): number =>
  ways * (Math.ceil(warmUp / A_SIP) * A_SIP + rounds * aRound);

/** In turns, so that whatever else the machine does meets all ways alike. */
export async function inTurns(
  ways: readonly Way[],
  { rounds, aRound, warmUp }: Turns,
  say: BenchContext['say'],
): Promise<Outcome> {
  const outcome: Outcome = new Map(ways.map(({ name }) => [name, []]));
  let next = 0;
  const take = (count: number) => (next += count) - count;
  for (const way of ways) {
    for (let done = 0; done < warmUp; done += A_SIP) await way.work(take(A_SIP), A_SIP);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) outcome.get(way.name)?.push(await way.work(take(aRound), aRound));
    say(`round ${String(round + 1)} of ${String(rounds)}`);
  }
  return outcome;
}

const rounded = (value: number) => Number(value.toFixed(2));

/** pgbench says its mean alone, so its 99th percentile stays empty. */
export function tableOf(title: string, outcome: Outcome): Table {
  return {
    title: `${title}, ${String(CONCURRENCY)} at a time`,
    columns: ['way', 'a second', 'p50 ms', 'p99 ms', 'Node CPU ms'],
    rows: [...outcome].map(([name, rounds]) => {
      const all = rounds.flatMap(({ latencies }) => latencies);
      const cpu = rounds.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]));
      return [
        name,
        Math.round(median(rounds.map(({ perSecond }) => perSecond))),
        rounded(percentile(all, 0.5)),
        all.length > rounds.length ? rounded(percentile(all, 0.99)) : '',
        cpu.length > 0 ? rounded(median(cpu)) : '',
      ];
    }),
  };
}

type Meaning = Pick<Figure, 'unit' | 'goal' | 'note'>;

const figure = (name: string, values: number[], meaning: Meaning): Figure => ({
  name,
  value: median(values),
  spread: quartiles(values),
  ...meaning,
});

/** Round by round, because a round's neighbours met the same machine. */
export function ratioFigure(
  outcome: Outcome,
  { name, way, to, meaning }: { name: string; way: string; to: string; meaning: Meaning },
): Figure {
  const base = outcome.get(to) ?? [];
  const ratios = (outcome.get(way) ?? []).map(
    ({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? Number.NaN),
  );
  return figure(name, ratios, meaning);
}

export function cpuFigure(
  outcome: Outcome,
  { name, way, meaning }: { name: string; way: string; meaning: Meaning },
): Figure {
  const cpu = (outcome.get(way) ?? []).map(({ cpuMs }) => cpuMs ?? Number.NaN);
  return figure(name, cpu, meaning);
}
