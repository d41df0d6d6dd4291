import type { Car } from '../api';
import type { ReportDraft } from './report-draft';

export type ReportStep = 'injury' | 'car' | 'scenario' | 'confirm';

/** Who has exactly one car, or came from a policy, is not asked which; so no step is jumped over. `cars` is undefined while that is not known. */
export function stepsFor(
  cars: readonly Car[] | undefined,
  draft: ReportDraft,
  preferred?: Car,
): ReportStep[] {
  const known = preferred ?? (cars?.length === 1 ? cars[0] : undefined);
  const isKnown = known !== undefined && (draft.car === undefined || draft.car.plate === known.plate);
  return isKnown ? ['injury', 'scenario', 'confirm'] : ['injury', 'car', 'scenario', 'confirm'];
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
