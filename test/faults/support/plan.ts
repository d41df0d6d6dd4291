import { systemNames, type SystemName } from '../../../bff/system-names';
import { seededRandom } from '../../bench/support/random';
import { faultNames, type FaultName } from './faults';

export interface Pair {
  system: SystemName;
  fault: FaultName;
}

export const allPairs: readonly Pair[] = systemNames.flatMap((system) =>
  faultNames.map((fault) => ({ system, fault })),
);

/** Every system but core once, each with a fault that the seed draws; over some runs all of them come up. */
export function drawnPairs(seed: number): Pair[] {
  const random = seededRandom(seed);
  return systemNames
    .filter((system) => system !== 'core')
    .map((system) => ({ system, fault: faultNames[Math.floor(random() * faultNames.length)] ?? 'reset' }));
}
