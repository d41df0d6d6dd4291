import type { Violation, ViolationReport } from './contract';

/** What is still open: records not handled with their points, and fines not paid. */
export function violationTotals(items: readonly Violation[]): ViolationReport['totals'] {
  const unhandled = items.filter((item) => !item.handled);
  return {
    unhandled: unhandled.length,
    fineFen: items.filter((item) => !item.paid).reduce((sum, item) => sum + item.fineFen, 0),
    points: unhandled.reduce((sum, item) => sum + item.points, 0),
  };
}
