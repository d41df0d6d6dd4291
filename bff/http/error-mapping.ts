import { randomInt } from 'node:crypto';
import { Problem } from './problem';
import { refusalProblem } from './upstream-refusal';
import { OutcomeUnknown, UpstreamAway, UpstreamContractBroken, UpstreamRefusal } from './upstream-errors';

/** Clients that were refused together must not all come back together. */
export function jitteredSeconds(baseSeconds: number): number {
  const base = Math.min(Math.max(1, Math.ceil(baseSeconds)), 300);
  return base + randomInt(0, base + 1);
}

export function awayProblem(retryAfterSeconds = 5): Problem {
  return new Problem(503, 'UPSTREAM_AWAY', '暂时连不上，这一次什么都没有改动。', {
    retryAfterSeconds: jitteredSeconds(retryAfterSeconds),
  });
}

export function unknownProblem(): Problem {
  return new Problem(
    504,
    'OUTCOME_UNKNOWN',
    '暂时没有收到结果，可能已经办成了，请点“查询进度”确认，不要重新提交',
  );
}

export function internalProblem(): Problem {
  return new Problem(500, 'INTERNAL', '抱歉，我们这边出了点问题，请稍后再试；联系客服时请报出页面上的编号');
}

/** What the web framework itself refuses carries a 4xx `status`: a path that cannot be decoded, a bad range. */
function frameworkStatus(error: unknown): number | undefined {
  if (error instanceof URIError) return 400;
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
    ? error.status
    : undefined;
}

function frameworkProblem(status: number): Problem {
  if (status === 404) return new Problem(404, 'ROUTE_NOT_FOUND', '没有这个地址');
  if (status === 416) return new Problem(416, 'RANGE_NOT_SATISFIABLE', '请求的范围不对');
  return new Problem(400, 'MALFORMED_URL', '这个地址的格式不对');
}

/** Every error that leaves a handler becomes exactly one problem; no text of an upstream or a library gets through. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof UpstreamRefusal) return refusalProblem(error);
  if (error instanceof UpstreamAway) return awayProblem(error.retryAfterSeconds);
  if (error instanceof OutcomeUnknown) return unknownProblem();
  if (error instanceof UpstreamContractBroken) return error.write ? unknownProblem() : awayProblem();
  const status = frameworkStatus(error);
  return status === undefined ? internalProblem() : frameworkProblem(status);
}
