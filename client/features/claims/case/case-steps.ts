import type { ClaimDetail, ClaimStep, Shot } from '../../../../bff/features/claims/contract';

export const currentStep = (steps: readonly ClaimStep[]): ClaimStep | undefined =>
  steps.find(({ state }) => state === 'current');

/** Until somebody has looked at the car, pictures from the roadside help. */
export const beforeSurvey = ({ open, steps }: Pick<ClaimDetail, 'open' | 'steps'>): boolean =>
  open && !steps.some(({ code, state }) => code === 'surveyed' && state === 'done');

/** The clock of a step runs from the end of the step before it. */
export function stepStart(steps: readonly ClaimStep[], step: ClaimStep): string {
  const before = steps.slice(0, steps.indexOf(step)).reverse();
  return before.find(({ doneAt }) => doneAt !== null)?.doneAt ?? new Date().toISOString();
}

/** The pictures that are still wanted, in the order in which they are best taken. */
export function missingShots({
  photos,
}: {
  photos: { required: ClaimDetail['photos']['required']; received: readonly { shot: Shot }[] };
}): ClaimDetail['photos']['required'] {
  const received = new Set(photos.received.map(({ shot }) => shot));
  return photos.required.filter(({ shot }) => !received.has(shot));
}
