import { Problem } from '../http/problem';
import { refusalProblem } from '../http/upstream-refusal';
import { UpstreamRefusal } from '../http/upstream-errors';

/** What came with a refusal beside its code, e.g. where and when a voucher was used. Unchecked: parse before use. */
export type RefusalMembers = Readonly<Record<string, unknown>>;

/** Code → the sentence a person reads. A code that is not listed gets the general sentence of its status. */
export type RefusalWords = Readonly<Record<string, string | ((members: RefusalMembers) => string)>>;

function worded(words: RefusalWords, refusal: UpstreamRefusal): Problem {
  const silent = new UpstreamRefusal(refusal.system, refusal.status, {
    ...refusal.problem,
    detail: undefined,
  });
  const general = refusalProblem(silent);
  const own = Object.hasOwn(words, general.code) ? words[general.code] : undefined;
  if (own === undefined) return general;
  const detail = typeof own === 'string' ? own : own(refusal.problem);
  return new Problem(general.status, general.code, detail, general.extras);
}

/**
 * Runs a call and turns its refusals into problems in our own words: a system's sentences are never shown, because
 * another insurer's system may speak to its staff. Everything that is not a refusal passes unchanged.
 */
export async function inOurWords<Result>(words: RefusalWords, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UpstreamRefusal) throw worded(words, error);
    throw error;
  }
}
