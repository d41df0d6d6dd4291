import type { FieldError } from './contract';

export interface ProblemExtras {
  /** One entry a refused field. */
  errors?: FieldError[];
  retryAfterSeconds?: number;
  /** Further members a program may need, e.g. where and when a voucher was used. Never personal data. */
  members?: Record<string, unknown>;
}

/**
 * An expected refusal, answered as RFC 9457 problem details. `code` is for programs and stays stable; `detail` is
 * one Chinese sentence for the person: what happened, what is safe, what to do next.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** What is not yours and what does not exist answer alike. */
export function notFound(detail = '没有找到，可能已经失效或不属于您'): Problem {
  return new Problem(404, 'NOT_FOUND', detail);
}

export function invalidInput(errors: FieldError[]): Problem {
  const first = errors[0]?.message ?? '请检查填写的内容';
  return new Problem(422, 'INVALID_INPUT', first, { errors });
}
