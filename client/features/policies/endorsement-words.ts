import type { PolicyDetail } from '../../../bff/features/policies/contract';

/** Everything that the changes of a policy say: the words of the trade in it are explained once on the page. */
export const wordsOf = (endorsements: PolicyDetail['endorsements']): string =>
  endorsements.map(({ title, detail }) => title + (detail ?? '')).join(' ');
