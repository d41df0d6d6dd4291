import * as z from 'zod/mini';
import type { Failure } from './failures';
import type { WireAnswer } from './wire';
import { problemWords } from './messages';

const problemSchema = z.object({
  code: z.optional(z.string()),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.number()),
  errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
});

type Problem = z.infer<typeof problemSchema>;

export function jsonOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Something between us and the server may answer with a page of HTML: then only the status speaks. */
function problemOf(text: string): Problem {
  const parsed = z.safeParse(problemSchema, jsonOf(text));
  return parsed.success ? parsed.data : {};
}

const FALLBACK_DETAIL = problemWords.notDone;

/** Sorts an answer that is not 2xx by what a person has to be told. */
export function failureOfAnswer({ status, text }: WireAnswer, isWrite: boolean): Failure {
  const { code, detail, requestId, retryAfterSeconds, errors } = problemOf(text);
  if (status === 401) return { kind: 'sessionGone', detail };
  if (isWrite && (status === 504 || code === 'OUTCOME_UNKNOWN' || code === 'REQUEST_IN_PROGRESS')) {
    return { kind: 'uncertain' };
  }
  if (status === 503 || status === 504) return { kind: 'away', detail, retryAfterSeconds };
  // A gateway in between lost the server while it was working: a write may have happened.
  if (status === 502) return isWrite ? { kind: 'uncertain' } : { kind: 'away', detail, retryAfterSeconds };
  if (status >= 500) return { kind: 'ours', requestId };
  return {
    kind: 'refused',
    status,
    code: code ?? `HTTP_${status}`,
    detail: detail ?? FALLBACK_DETAIL,
    errors: errors ?? [],
    retryAfterSeconds,
  };
}
