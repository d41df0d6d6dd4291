import { shotsAtHand } from '@/features/claims/photos/shots-at-hand';
import { requiredShots } from '../../../../bff/systems/core/rules/required-shots';
import { scenario } from '../../../../bff/features/claims/contract';

/** The phone has the list at hand for where there is no network; it must be the one that the claims system makes later. */
describe.each(scenario.options)('what to photograph: %s', (which) => {
  it.each([false, true])(
    'is asked for in the same order and words on the phone and by the core, injured: %s',
    (injured) => {
      expect(shotsAtHand(which, injured)).toEqual(requiredShots(which, injured));
    },
  );
});
