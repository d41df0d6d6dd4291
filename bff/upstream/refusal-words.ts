import { Problem } from '../http/problem';
import { refusalProblem } from '../http/upstream-refusal';
import { UpstreamRefusal } from '../http/upstream-errors';

/** What came with a refusal beside its code, e.g. where and when a voucher was used. Unchecked: parse before use. */
export type RefusalMembers = Readonly<Record<string, unknown>>;

/** Code → the sentence a person reads. A code that is not listed gets the general sentence of its status. */
export type RefusalWords = Readonly<Record<string, string | ((members: RefusalMembers) => string)>>;

/** Said alike by every feature, unless it has a better sentence. */
const everywhere: RefusalWords = {
  IDEMPOTENCY_KEY_REUSED: '这个请求编号已经用于另一次提交，请返回上一页重新提交',
  REQUEST_IN_PROGRESS: '这次提交还在处理中，请稍候再查',
  MEMBER_GONE: '这个账户已经合并或不存在了，请重新登录',
};

/** Bad input is best explained by the first field that was refused. */
function generalDetail({ code, detail, extras }: Problem): string {
  return (code === 'INVALID_INPUT' && extras.errors?.[0]?.message) || detail;
}

function worded(words: RefusalWords, refusal: UpstreamRefusal): Problem {
  const silent = new UpstreamRefusal(refusal.system, refusal.status, {
    ...refusal.problem,
    detail: undefined,
  });
  const general = refusalProblem(silent);
  const known = { ...everywhere, ...words };
  const own = Object.hasOwn(known, general.code) ? known[general.code] : undefined;
  const detail = typeof own === 'function' ? own(refusal.problem) : (own ?? generalDetail(general));
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
