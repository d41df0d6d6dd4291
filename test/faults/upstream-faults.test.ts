import type { Protection } from './support/bff-process';
import { faultNames, type FaultName } from './support/faults';
import { feltBy, type Goal } from './support/goals';
import { drawnPairs } from './support/plan';
import { faultSeed } from './support/seed';
import { openTrial, type Trial } from './support/trial';

const seed = faultSeed();

let trial: Trial;
beforeAll(async () => {
  process.stdout.write(`faults: FAULT_SEED=${String(seed)}\n`);
  trial = await openTrial(seed);
});
afterAll(() => trial.stop());

describe('core is sick, and everything else is as always', () => {
  test.each(faultNames)('%s', async (fault) => {
    const { misses, untrue, outcome } = await trial.judged('core', fault);
    expect(misses).toEqual([]);
    expect(untrue).toEqual([]);
    expect(feltBy(outcome.observed)).toBeGreaterThan(0);
  });
});

describe('another system is sick', () => {
  test.each(drawnPairs(seed))('$system: $fault', async ({ system, fault }) => {
    const { misses } = await trial.judged(system, fault);
    expect(misses).toEqual([]);
  });
});

describe('without its protection the server is caught', () => {
  test.each<[Protection, FaultName, Goal]>([
    ['deadline', 'delay', 'deadline'],
    ['breaker', 'reset', 'opens'],
    ['retryBudget', 'half503', 'calls'],
  ])('%s', async (without, fault, goal) => {
    const bare = await trial.product.beside(without);
    try {
      const { misses } = await trial.once('core', fault, bare);
      expect(misses.map((miss) => miss.goal)).toContain(goal);
    } finally {
      await bare.stop();
    }
  });
});
