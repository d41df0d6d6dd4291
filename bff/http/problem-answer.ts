import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { Problem as ProblemBody } from './contract';
import type { Problem } from './problem';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** What a person reads comes from `detail` alone; `type` says nothing that `code` does not say better. */
export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { members, errors, retryAfterSeconds } = problem.extras;
  return {
    ...members,
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    requestId,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(errors ? { errors } : {}),
  };
}

export function sendProblem(response: Response, problem: Problem, requestId: string): void {
  const payload = Buffer.from(JSON.stringify(problemBody(problem, requestId)));
  response.statusCode = problem.status;
  response.setHeader('Content-Type', PROBLEM_MEDIA_TYPE);
  response.setHeader('Content-Length', payload.length);
  if (problem.extras.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(problem.extras.retryAfterSeconds));
  }
  // An unread body would otherwise have to be swallowed before the connection can serve again.
  if (!response.req.complete && problem.status !== 401) response.setHeader('Connection', 'close');
  response.end(payload);
}
