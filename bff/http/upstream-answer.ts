import { isCancel } from 'axios';
import * as z from 'zod/mini';
import { problem, type Problem } from './contract';
import { TransportError } from './undici-adapter';
import {
  ClientGone,
  OutcomeUnknown,
  UpstreamAway,
  UpstreamContractBroken,
  UpstreamRefusal,
} from './upstream-errors';

export interface RawAnswer {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

interface Asked {
  system: string;
  write: boolean;
  /** Method and path pattern only; ids may stand in the path. */
  where: string;
}

/** Our own fault: the credential or the actor we sent was not accepted. It becomes a 500 and never logs anyone out. */
export class ServiceCredentialRefused extends Error {
  constructor(system: string, status: number) {
    super(`${system} refused our service credential or actor with ${String(status)}`);
    this.name = 'ServiceCredentialRefused';
  }
}

const OUR_FAULT = new Set(['SERVICE_CREDENTIAL_INVALID', 'ACTOR_NOT_ALLOWED']);

function isJson(answer: RawAnswer): boolean {
  return /^application\/([\w.-]+\+)?json\b/.test(String(answer.headers['content-type'] ?? ''));
}

/** Malformed JSON is `undefined`, which no schema of ours accepts. */
function jsonOf(answer: RawAnswer): unknown {
  try {
    return JSON.parse(answer.bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function contractedProblem(answer: RawAnswer): Problem | undefined {
  if (!String(answer.headers['content-type'] ?? '').startsWith('application/problem+json')) return undefined;
  const parsed = z.safeParse(problem, jsonOf(answer));
  return parsed.success ? parsed.data : undefined;
}

function retryAfterOf(answer: RawAnswer): number | undefined {
  const seconds = Number(answer.headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 300) : undefined;
}

/** A 503 of our contract says that nothing was done; any other 5xx says nothing about a write. */
function serverFailure(asked: Asked, answer: RawAnswer): Error {
  const known = contractedProblem(answer);
  const retryAfter = retryAfterOf(answer);
  const reason = `status ${String(answer.status)}`;
  const untouched = answer.status === 503 && known !== undefined && retryAfter !== undefined;
  const failure =
    untouched || !asked.write
      ? new UpstreamAway(asked.system, reason, retryAfter)
      : new OutcomeUnknown(asked.system, reason);
  failure.systemAnswered = known?.code === 'INTERNAL';
  return failure;
}

function refusal(asked: Asked, answer: RawAnswer): Error {
  const { system, write } = asked;
  const known = contractedProblem(answer);
  if (answer.status === 401) return new ServiceCredentialRefused(system, 401);
  if (answer.status === 403 && (!known || OUR_FAULT.has(known.code)))
    return new ServiceCredentialRefused(system, 403);
  if (!known || known.code === 'ROUTE_NOT_FOUND' || known.code === 'METHOD_NOT_ALLOWED') {
    return new UpstreamContractBroken(
      system,
      `${asked.where}: ${String(answer.status)} outside the contract`,
      write,
    );
  }
  const retryAfterSeconds = known.retryAfterSeconds ?? retryAfterOf(answer);
  return new UpstreamRefusal(system, answer.status, {
    ...known,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** Turns every status that is not a success into what it means for the caller. */
export function failureOfStatus(asked: Asked, answer: RawAnswer): Error | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  if (answer.status >= 500) return serverFailure(asked, answer);
  if (answer.status >= 400) return refusal(asked, answer);
  return new UpstreamContractBroken(asked.system, `${asked.where}: ${String(answer.status)}`, asked.write);
}

/** Turns a failed exchange into what it means: not sent is "away", sent and lost is "unknown" for a write. */
export function failureOfTransport(asked: Asked, error: unknown): Error {
  const { system, write, where } = asked;
  if (!write && (isCancel(error) || (error instanceof TransportError && error.code === 'ERR_CANCELED'))) {
    return new ClientGone();
  }
  if (error instanceof TransportError) {
    const reason = `${error.message} (${error.code ?? 'no code'})`;
    if (error.code === 'ERR_BAD_RESPONSE')
      return new UpstreamContractBroken(system, `${where}: ${reason}`, write);
    return write && error.sent ? new OutcomeUnknown(system, reason) : new UpstreamAway(system, reason);
  }
  return error instanceof Error ? error : new Error('a value that is not an error was thrown');
}

/** @throws UpstreamContractBroken naming the member, never its value */
export function parseAnswer<S extends z.core.$ZodType>(
  asked: Asked,
  schema: S,
  answer: RawAnswer,
): z.output<S> {
  const { system, where, write } = asked;
  if (!isJson(answer)) {
    throw new UpstreamContractBroken(system, `${where}: not JSON`, write);
  }
  const parsed = z.safeParse(schema, jsonOf(answer));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const member = `${where}: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`;
  const failure = new UpstreamContractBroken(system, member, write);
  failure.systemAnswered = issue !== undefined && issue.path.length > 0;
  throw failure;
}
