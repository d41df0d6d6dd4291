import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../steps';

/**
 * What a build may weigh. A limit is the list of all values it ever had, each below the one before; the last one counts. To raise a limit somebody has
 * to delete a line that others will miss, and above the goal no limit is read at all. `npm run bench web weapp -- --ratchet` appends.
 */
interface Limit {
  about: string;
  unit: string;
  /** What docs and design promise: the first value may not be above it. */
  goal: number;
  /** Strictly falling. */
  limits: number[];
}

type Budget = Record<string, Limit>;

/** A limit stands this far above what was measured: two compilers' outputs differ by less. */
const HEADROOM = 1.02;

const fileOf = (name: string): string => path.join(root, 'config/budgets', `${name}.json`);

/** @throws Error when a limit is above its goal or above the one before it */
export function refuseRaisedLimits(name: string, budget: Budget): void {
  for (const [key, { goal, limits }] of Object.entries(budget)) {
    if (limits.length === 0) throw new Error(`${name}.${key} has no limit`);
    for (const [at, limit] of limits.entries()) {
      const before = at === 0 ? goal : (limits[at - 1] ?? goal);
      if (at === 0 ? limit > before : limit >= before) {
        throw new Error(`${name}.${key}: ${String(limit)} after ${String(before)}; a budget only goes down`);
      }
    }
  }
}

export function readBudget(name: string): Budget {
  const budget = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Budget;
  refuseRaisedLimits(name, budget);
  return budget;
}

const currentLimit = ({ limits, goal }: Limit): number => limits.at(-1) ?? goal;

/** @throws Error naming every figure that is over its limit, or that has none */
export function refuseOverBudget(name: string, measured: Record<string, number>): void {
  const budget = readBudget(name);
  const over: string[] = [];
  for (const [key, limit] of Object.entries(budget)) {
    const value = measured[key];
    if (value === undefined) over.push(`${key} was not measured`);
    else if (value > currentLimit(limit)) {
      over.push(`${limit.about}: ${String(value)} ${limit.unit}, allowed ${String(currentLimit(limit))}`);
    }
  }
  if (over.length > 0) throw new Error(`over budget (config/budgets/${name}.json):\n  ${over.join('\n  ')}`);
}

/** Appends a lower limit where the measured value leaves room for one; a line for each. */
export function lowerBudget(name: string, measured: Record<string, number>): string[] {
  const budget = readBudget(name);
  const told: string[] = [];
  for (const [key, value] of Object.entries(measured)) {
    const limit = budget[key];
    if (!limit) throw new Error(`config/budgets/${name}.json knows no ${key}`);
    const next = Math.ceil(value * HEADROOM);
    if (next >= currentLimit(limit)) continue;
    told.push(`${name}.${key}: ${String(currentLimit(limit))} → ${String(next)} ${limit.unit}`);
    limit.limits.push(next);
  }
  if (told.length > 0) writeFileSync(fileOf(name), `${JSON.stringify(budget, undefined, 2)}\n`);
  return told;
}
