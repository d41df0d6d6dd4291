import * as z from 'zod/mini';
import { fieldError } from './contract';
import { Problem, type ProblemExtras } from './problem';
import type { UpstreamRefusal } from './upstream-errors';

const CHINESE = /[\u4e00-\u9fff]/;
const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;

const GENERIC: Record<number, string> = {
  404: '没有找到，可能已经失效或不属于您',
  409: '现在的状态不允许这样做，请刷新后再看',
  422: '提交的内容没有通过检查，请核对后再试',
  429: '操作太频繁了，请稍后再试',
};

/** One short Chinese sentence without markup or line breaks is made for people; everything else stays inside. */
export function isPersonalSentence(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 300 && CHINESE.test(text) && !/[<>{}\r\n]/.test(text);
}

function passedErrors(errors: unknown): ProblemExtras['errors'] {
  const parsed = z.safeParse(z.array(fieldError), errors);
  if (!parsed.success) return undefined;
  const shown = parsed.data.filter((error) => isPersonalSentence(error.message)).slice(0, 20);
  return shown.length > 0 ? shown : undefined;
}

/**
 * A refusal keeps its status and code; its words only where the system of record speaks our contract. Of its further
 * members none passes by itself: what a real system adds is not known here. Features name what they let through, code
 * by code (see upstream/refusal-words).
 */
export function refusalProblem(
  refusal: UpstreamRefusal,
  members: Readonly<Record<string, unknown>> = {},
): Problem {
  const { problem, status } = refusal;
  const code = CODE.test(problem.code) ? problem.code : 'REFUSED';
  const detail = isPersonalSentence(problem.detail)
    ? problem.detail
    : (GENERIC[status] ?? '这次操作没有被接受，请核对后再试');
  const retryAfter = problem.retryAfterSeconds;
  const errors = passedErrors(problem.errors);
  return new Problem(status, code, detail, {
    members,
    ...(errors ? { errors } : {}),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: Math.min(Math.max(1, retryAfter), 86_400) }),
  });
}
