import type * as z from 'zod/mini';
import { createAxiosOnUndici, type AxiosOnUndici } from './axios-on-undici';
import { countRetry, observeUpstream } from './metrics';
import { currentFrame, type UpstreamOutcome } from './request-frame';
import { fitsDigest } from './representation-digest';
import { RetryBudget } from './retry-budget';
import { createTokenSigner } from './token-signer';
import { TransportError } from './undici-adapter';
import { failureOfStatus, failureOfTransport, parseAnswer, type RawAnswer } from './upstream-answer';
import type { Upstream, UpstreamCall, UpstreamOptions } from './upstream-client';
import {
  ClientGone,
  OutcomeUnknown,
  UpstreamAway,
  UpstreamContractBroken,
  UpstreamRefusal,
} from './upstream-errors';
import { createUpstreamGuard } from './upstream-guard';

type AnyCall = Omit<UpstreamCall<null>, 'answer'> & {
  /** Not compressed on the way: a digest (RFC 9530) is of the bytes as they travel. */
  asItIs?: boolean;
};

const DEFAULT_MAX_ANSWER_BYTES = 2 * 1024 * 1024;
/** A second try with less time than this would only add load. */
const SHORTEST_RETRY_MS = 100;

function addressOf(call: AnyCall): string {
  if (!call.path.startsWith('/') || call.path.includes('?') || /(^|\/)\.\.?(\/|$)/.test(call.path)) {
    throw new Error('an upstream path starts with /, encodes its ids and carries no query');
  }
  if (call.query === undefined) return call.path;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${call.path}?${text}` : call.path;
}

/** Ids are cut from what goes into errors and logs. */
function whereOf(call: AnyCall): string {
  const pattern = call.path.replace(/\/[^/]*\d[^/]*/g, '/:id');
  return `${call.method} ${pattern}`;
}

function outcomeOf(error: unknown): UpstreamOutcome {
  if (error instanceof UpstreamRefusal) return 'refused';
  if (error instanceof UpstreamAway) return 'away';
  if (error instanceof OutcomeUnknown) return 'unknown';
  if (error instanceof UpstreamContractBroken) return 'broken';
  return error instanceof ClientGone ? 'cancelled' : 'fault';
}

function isRetryable(error: unknown): boolean {
  return (
    error instanceof TransportError &&
    !['ERR_CANCELED', 'ECONNABORTED', 'ERR_BAD_RESPONSE'].includes(error.code ?? '')
  );
}

/** 502, 503 and 504 of something in between; the system's own 503 names its time and is obeyed. */
const isPassingStatus = (answer: RawAnswer) =>
  [502, 503, 504].includes(answer.status) && answer.headers['retry-after'] === undefined;

class HttpUpstream implements Upstream {
  readonly name: string;
  private readonly basePath: string;
  private readonly http: AxiosOnUndici;
  private readonly guard;
  private readonly sign;
  private readonly budget = new RetryBudget();

  constructor(private readonly options: UpstreamOptions) {
    const base = new URL(options.baseUrl);
    this.name = options.name;
    this.basePath = base.pathname.replace(/\/$/, '');
    this.guard = createUpstreamGuard(options.name);
    this.sign = createTokenSigner(options.serviceKey, 'bff', options.name);
    this.http = createAxiosOnUndici({
      origin: base.origin,
      maxAnswerBytes: options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER_BYTES,
    });
  }

  call<S extends z.core.$ZodType | null>(call: UpstreamCall<S>) {
    return this.timed(call, async (asked) => {
      const answer = await this.exchange(call);
      const failure = failureOfStatus(asked, answer);
      if (failure) throw failure;
      const body = call.answer === null ? undefined : parseAnswer(asked, call.answer, answer);
      return {
        status: answer.status,
        body: body as S extends z.core.$ZodType ? z.output<S> : undefined,
        replayed: answer.headers['idempotent-replayed'] === 'true',
      };
    });
  }

  bytes(call: AnyCall) {
    return this.timed(call, async (asked) => {
      const answer = await this.exchange({ ...call, asItIs: true });
      const failure = failureOfStatus(asked, answer);
      if (failure) throw failure;
      if (!fitsDigest(answer.bytes, answer.headers['repr-digest'])) {
        throw new UpstreamContractBroken(this.name, `${asked.where}: other bytes than digested`, asked.write);
      }
      const mediaType = String(answer.headers['content-type'] ?? 'application/octet-stream');
      return { status: answer.status, mediaType, bytes: answer.bytes };
    });
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private async timed<T>(
    call: AnyCall,
    work: (asked: { system: string; write: boolean; where: string }) => Promise<T>,
  ) {
    const asked = { system: this.name, write: call.method !== 'GET', where: whereOf(call) };
    const startedAt = performance.now();
    const note = (outcome: UpstreamOutcome) => {
      const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
      currentFrame()?.upstreams.push({ system: this.name, outcome, durationMs });
      observeUpstream({ system: this.name, outcome, durationMs });
    };
    try {
      const result = await this.guard.run(() =>
        work(asked).catch((error: unknown) => {
          throw this.meaningOf(asked, error);
        }),
      );
      note('ok');
      return result;
    } catch (error) {
      note(outcomeOf(error));
      throw error;
    }
  }

  private meaningOf(asked: Parameters<typeof failureOfTransport>[0], error: unknown): unknown {
    return outcomeOf(error) === 'fault' ? failureOfTransport(asked, error) : error;
  }

  /** A read gets a second try inside the same deadline while the budget lasts; a write is sent once. */
  private async exchange(call: AnyCall): Promise<RawAnswer> {
    const write = call.method !== 'GET';
    const deadlineMs =
      call.deadlineMs ?? (write ? this.options.writeDeadlineMs : this.options.readDeadlineMs);
    const endsAt = performance.now() + deadlineMs;
    const mayRetry = () => !write && endsAt - performance.now() >= SHORTEST_RETRY_MS && this.budget.take();
    this.budget.noteCall();
    try {
      const answer = await this.send(call, deadlineMs);
      if (!isPassingStatus(answer) || !mayRetry()) return answer;
    } catch (error) {
      if (!isRetryable(error) || !mayRetry()) throw error;
    }
    countRetry(this.name);
    return this.send(call, endsAt - performance.now());
  }

  private send(call: AnyCall, timeoutMs: number): Promise<RawAnswer> {
    const path = this.basePath + addressOf(call);
    const headers = this.headersOf(call);
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    if (call.method !== 'GET' && !call.lean) return this.write(call, { path, headers, timeoutMs, body });
    // Who has gone away does not stop a write half-way.
    const signal = call.method === 'GET' ? call.signal : undefined;
    const limits = { deadlineMs: timeoutMs, ...(signal ? { signal } : {}) };
    return this.http.direct({ method: call.method, path, headers, body }, limits);
  }

  private headersOf(call: AnyCall): Record<string, string> {
    const requestId = call.requestId ?? currentFrame()?.requestId;
    const headers: Record<string, string> = { Authorization: `Bearer ${this.sign(call.actor)}` };
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.asItIs) headers['Accept-Encoding'] = 'identity';
    if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey;
    if (requestId) headers['X-Request-Id'] = requestId;
    return headers;
  }

  private async write(
    call: AnyCall,
    to: { path: string; headers: Record<string, string>; timeoutMs: number; body: string | null },
  ): Promise<RawAnswer> {
    const { status, headers, data } = await this.http.client.request<Buffer>({
      method: call.method,
      url: to.path,
      timeout: to.timeoutMs,
      responseType: 'arraybuffer',
      transformRequest: [],
      transformResponse: [],
      validateStatus: null,
      ...(to.body === null ? {} : { data: to.body }),
      headers: to.headers,
    });
    return { status, headers: headers as Record<string, unknown>, bytes: data };
  }
}

/** The typed client of one system of record; see `Upstream` for its promises. */
export function createUpstream(options: UpstreamOptions): Upstream {
  return new HttpUpstream(options);
}
