import { lowerBudget } from '../../../config/check/budgets';
import type { Figure } from './definition';

/** Lowers the limit of each figure that names one; a budget counts in its own unit, which is the figure's. */
export function lowerBudgets(figures: Figure[]): string[] {
  const byFile = new Map<string, Record<string, number>>();
  for (const { budget, value } of figures) {
    if (budget === undefined) continue;
    const [file = '', key = ''] = budget.split('.');
    byFile.set(file, { ...byFile.get(file), [key]: value });
  }
  return [...byFile].flatMap(([file, measured]) => lowerBudget(file, measured));
}
