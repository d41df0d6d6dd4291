import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { Problem as ProblemBody } from './contract';
import { hasBody } from './json-body';
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

const LINGER_MS = 2000;

/**
 * Closing while the client still sends would reset the connection and take the answer with it. So the rest of a
 * refused body is read and thrown away, for a moment; who goes on sending after that is cut off.
 */
function drainBody(response: Response): void {
  const request = response.req;
  if (!hasBody(request) || request.complete) return;
  request.unpipe();
  request.resume();
  response.once('finish', () => {
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, LINGER_MS);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  });
}

export function sendProblem(response: Response, problem: Problem, requestId: string): void {
  const payload = Buffer.from(JSON.stringify(problemBody(problem, requestId)));
  response.statusCode = problem.status;
  response.setHeader('Content-Type', PROBLEM_MEDIA_TYPE);
  response.setHeader('Content-Length', payload.length);
  if (problem.extras.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(problem.extras.retryAfterSeconds));
  }
  drainBody(response);
  response.end(payload);
}
