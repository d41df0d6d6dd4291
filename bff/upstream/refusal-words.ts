import * as z from 'zod/mini';
import { Problem } from '../http/problem';
import { refusalProblem } from '../http/upstream-refusal';
import { UpstreamRefusal } from '../http/upstream-errors';

type Members = Readonly<Record<string, z.core.$ZodType>>;
/** Each may be absent: another insurer's system may leave it out, or put something else there. */
type Told<Named extends Members> = { [Name in keyof Named]?: z.output<Named[Name]> };

/** A refusal that says more than its code, e.g. where and when a voucher was used. */
interface TellingRefusal {
  members: Members;
  words(told: Readonly<Record<string, unknown>>): string;
}

/** Code → the sentence a person reads. A code that is not listed gets the general sentence of its status. */
export type RefusalWords = Readonly<Record<string, string | TellingRefusal>>;

/**
 * The members named here leave the server beside the code, each only when it is what its schema says; every other
 * member of a system's refusal stays inside. No schema here may let personal data through.
 */
export function telling<Named extends Members>(
  members: Named,
  words: string | ((told: Told<Named>) => string),
): TellingRefusal {
  return {
    members,
    words: (told) => (typeof words === 'string' ? words : words(told as Told<Named>)),
  };
}

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

function toldBy(members: Members, problem: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const told = Object.entries(members).flatMap(([name, schema]) => {
    const parsed = Object.hasOwn(problem, name) ? z.safeParse(schema, problem[name]) : undefined;
    return parsed?.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(told) as Record<string, unknown>;
}

function worded(words: RefusalWords, refusal: UpstreamRefusal): Problem {
  const silent = new UpstreamRefusal(refusal.system, refusal.status, {
    ...refusal.problem,
    detail: undefined,
  });
  const general = refusalProblem(silent);
  const known = { ...everywhere, ...words };
  const own = Object.hasOwn(known, general.code) ? known[general.code] : undefined;
  if (typeof own !== 'object') {
    return new Problem(general.status, general.code, own ?? generalDetail(general), general.extras);
  }
  const members = toldBy(own.members, refusal.problem);
  return new Problem(general.status, general.code, own.words(members), { ...general.extras, members });
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
