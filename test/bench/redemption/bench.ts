import type { Bench, Figure } from '../support/definition';
import { measureAtSizes } from '../support/club/at-sizes';
import { cpuFigure, ratioFigure, type Outcome } from '../support/club/turns';
import { addCounterWork } from './counter-work';
import { throughBoth, throughClub, throughPostgres, throughStatement } from './ways';

/**
 * Node compiles what it runs often, and is at it for some ten thousand requests: after 1,600 of them a confirmation seemed to cost twice what it does on a
 * server that has run for a minute.
 */
const WARM_UP = 12_000;

function figures(members: number, outcome: Outcome): Figure[] {
  const at = `at ${members.toLocaleString('en-US')}`;
  const ratio = (way: string, name: string, goal?: Figure['goal']) =>
    ratioFigure(outcome, {
      name: `${name} ${at}`,
      way,
      to: 'pgbench',
      meaning: { unit: '× pgbench', ...(goal ? { goal } : { note: 'printed, not judged; the aim is 0.35' }) },
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

export const bench: Bench = {
  about: 'a redemption: the club, and BFF and club together, beside pgbench running the same statement',
  run: (context) =>
    measureAtSizes(
      {
        unit: 'a redemption',
        turns: { aRound: 800, warmUp: WARM_UP },
        ways: 4,
        figures,
        async prepare({ url, pool, keys, club, bff }, units) {
          await addCounterWork(pool, keys.cipher, units);
          return [
            throughPostgres(url),
            throughStatement(pool),
            throughClub(keys, club),
            throughBoth(keys, club, bff),
          ];
        },
      },
      context,
    ),
};
