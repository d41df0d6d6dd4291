import type { SystemName } from '../../../bff/system-names';
import type { BffProcess } from './bff-process';
import { casesOf, type Case } from './cases';
import type { FaultName } from './faults';
import { missesOf, timings, type Miss } from './goals';
import { startProduct, type Product } from './product';
import { runPair, type PairResult } from './run-pair';
import { measureBaseline, type Baseline } from './scenario';
import type { Fate } from './written';

export interface Outcome extends PairResult {
  baseline: Baseline;
  misses: Miss[];
}

/** The product with everything that is to be done to it. */
export interface Trial {
  product: Product;
  cases: Record<SystemName, Case>;
  /** One fault at one system, once. */
  once(system: SystemName, fault: FaultName, bff?: BffProcess): Promise<Outcome>;
  /**
   * A missed time counts when it is missed in every one of three goes, and by what the machine did both before and after the last two: a neighbour
   * who sets to work in between is no fault of ours. A wrong answer counts at once.
   */
  judged(system: SystemName, fault: FaultName): Promise<{ misses: Miss[]; untrue: Fate[]; outcome: Outcome }>;
  stop(): Promise<void>;
}

const GOES = 3;

export async function openTrial(seed: number): Promise<Trial> {
  const product = await startProduct(seed);
  const cases = await casesOf(product);
  const baselines = new Map<SystemName, Baseline>();

  async function baselineOf(system: SystemName): Promise<Baseline> {
    const known = baselines.get(system);
    if (known) return known;
    const measured = await measureBaseline(product.bff, cases[system], product.proxies[system]);
    baselines.set(system, measured);
    return measured;
  }

  async function once(system: SystemName, fault: FaultName, bff?: BffProcess): Promise<Outcome> {
    const baseline = await baselineOf(system);
    const result = await runPair(product, cases[system], { fault, ...(bff && { bff }) });
    return { ...result, baseline, misses: missesOf(result.observed, baseline, cases[system]) };
  }

  /** Between two looks at how the machine does when all are well; the second one serves what comes next. */
  async function between(system: SystemName, fault: FaultName): Promise<Outcome> {
    baselines.delete(system);
    const outcome = await once(system, fault);
    baselines.delete(system);
    const after = missesOf(outcome.observed, await baselineOf(system), cases[system]);
    const misses = outcome.misses.filter(({ goal }) => after.some((miss) => miss.goal === goal));
    return { ...outcome, misses };
  }

  return {
    product,
    cases,
    once,
    async judged(system, fault) {
      let outcome = await once(system, fault);
      const wrong = outcome.misses.filter(({ goal }) => !timings.has(goal));
      const lies = [...outcome.untrue];
      let late = outcome.misses.filter(({ goal }) => timings.has(goal));
      for (let goes = 1; goes < GOES && late.length > 0; goes += 1) {
        outcome = await between(system, fault);
        const missedNow = new Map(outcome.misses.map((miss) => [miss.goal, miss]));
        late = late.flatMap(({ goal }) => missedNow.get(goal) ?? []);
        wrong.push(...outcome.misses.filter(({ goal }) => !timings.has(goal)));
        lies.push(...outcome.untrue);
      }
      return { misses: [...wrong, ...late], untrue: lies, outcome };
    },
    stop: () => product.stop(),
  };
}
