import type { Car } from '../api';
import type { ReportDraft } from './report-draft';

export type ReportStep = 'injury' | 'car' | 'scenario' | 'confirm';

/** Who has exactly one car is not asked which. `cars` is undefined while that is not known. */
export function stepsFor(cars: readonly Car[] | undefined, draft: ReportDraft): ReportStep[] {
  const onlyCar = cars?.length === 1 && (draft.car === undefined || draft.car.plate === cars[0]?.plate);
  return onlyCar ? ['injury', 'scenario', 'confirm'] : ['injury', 'car', 'scenario', 'confirm'];
}

const isAnswered = (step: ReportStep, draft: ReportDraft): boolean =>
  ({
    injury: draft.injured !== undefined,
    car: draft.car !== undefined,
    scenario: draft.scenario !== undefined,
    confirm: false,
  })[step];

/** The first question that has no answer yet: where a report goes on, also after the app was closed. */
export const firstOpenStep = (steps: readonly ReportStep[], draft: ReportDraft): ReportStep =>
  steps.find((step) => !isAnswered(step, draft)) ?? 'confirm';
