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
  /** A missed time counts when it is missed in every one of three goes; a wrong answer counts at once. */
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
        baselines.delete(system);
        outcome = await once(system, fault);
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
