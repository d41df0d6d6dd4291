import * as z from 'zod/mini';
import { saveFile } from '@/platform/save-file';
import { ApiError, type Failure } from './failures';
import { failureOfAnswer, jsonOf } from './problem';
import { accessToken, renewOnce } from './renewal';
import { hasSession, loseSession, useSession } from './session';
import { clientHeaders, send, upload } from './transport';
import type { WireAnswer, WireOutcome, WireRequest } from './wire';

/**
 * The one door to the server. Every call either gives what its schema describes or throws an ApiError whose `failure` says what a person has to be
 * told. It never retries a write, and a read only once, after renewing the session.
 */
type Schema = z.core.$ZodType;
type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface ReadOptions {
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface WriteRequest<S extends Schema | undefined> {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** An object goes as JSON, an ArrayBuffer as it is. */
  body?: object;
  query?: Query;
  headers?: Record<string, string>;
  /** Left out when the answer has no body (204). */
  schema?: S;
  /** Made and stored before sending; see `submission.ts`. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface UploadForm<S extends Schema> {
  path: string;
  filePath: string;
  fileField: string;
  fields: Record<string, string>;
  headers?: Record<string, string>;
  schema: S;
  idempotencyKey: string;
  onProgress?: (percent: number) => void;
}

type Answered<S> = S extends Schema ? z.output<S> : undefined;

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 15_000;
const UPLOAD_TIMEOUT_MS = 60_000;

/** Thrown into nobody's face: TanStack Query drops it, like any cancelled read. */
class Cancelled extends Error {}

function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return `${API_BASE}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function failureOfSilence(outcome: Exclude<WireOutcome, WireAnswer>, isWrite: boolean): Failure {
  if (outcome.kind === 'unsent') return { kind: 'offline' };
  return { kind: isWrite ? 'uncertain' : 'offline' };
}

const bearer = (token: string | undefined): Record<string, string> =>
  token ? { Authorization: `Bearer ${token}` } : {};

/** Sends with the session's token; a 401 renews it once and sends again, which is safe because a 401 did nothing. */
async function exchange(
  isWrite: boolean,
  attempt: (authorization: Record<string, string>) => Promise<WireOutcome>,
): Promise<WireAnswer> {
  let outcome = await attempt(bearer(await accessToken()));
  if (outcome.kind === 'answer' && outcome.status === 401 && hasSession()) {
    outcome = await attempt(bearer(await renewOnce()));
    if (outcome.kind === 'answer' && outcome.status === 401) loseSession();
  }
  if (outcome.kind === 'aborted') throw new Cancelled('cancelled');
  if (outcome.kind !== 'answer') throw new ApiError(failureOfSilence(outcome, isWrite));
  if (outcome.status >= 400) throw new ApiError(failureOfAnswer(outcome, isWrite));
  return outcome;
}

function parsed<S extends Schema>(schema: S, { text }: WireAnswer, path: string): z.output<S> {
  const result = z.safeParse(schema, jsonOf(text));
  if (!result.success) throw new ApiError({ kind: 'contract', path });
  return result.data;
}

/** An answer that nobody has asked for by then is not fresh any more. */
const BEGUN_FOR_MS = 10_000;
const begun = new Map<string, { account: string | undefined; answer: Promise<WireAnswer> }>();

const readFrom = (
  url: string,
  { timeoutMs = READ_TIMEOUT_MS, signal, headers }: ReadOptions = {},
): Promise<WireAnswer> =>
  exchange(false, (authorization) =>
    send({
      method: 'GET',
      url,
      headers: { Accept: 'application/json', ...headers, ...clientHeaders, ...authorization },
      timeoutMs,
      signal,
    }),
  );

/** Asks already what the first screen is going to ask, while its script travels. The first `get` of this address takes the answer, or the failure. */
export function beginRead(path: string): void {
  if (!hasSession()) return;
  const answer = readFrom(address(path));
  answer.catch(() => undefined);
  begun.set(address(path), { account: useSession.getState().accountId, answer });
  setTimeout(() => begun.delete(address(path)), BEGUN_FOR_MS);
}

/** Once, and by the same person: whoever asks again wants to hear something new. */
function takeBegun(url: string): Promise<WireAnswer> | undefined {
  const known = begun.get(url);
  begun.delete(url);
  return known?.account === useSession.getState().accountId ? known?.answer : undefined;
}

export async function get<S extends Schema>(
  path: string,
  schema: S,
  options: ReadOptions = {},
): Promise<z.output<S>> {
  const { query } = options;
  const answer = await (takeBegun(address(path, query)) ?? readFrom(address(path, query), options));
  return parsed(schema, answer, path);
}

function wireBody(body: object | undefined): Pick<WireRequest, 'body'> & { headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  if (body instanceof ArrayBuffer) return { body, headers: { 'Content-Type': 'application/octet-stream' } };
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

export async function write<S extends Schema | undefined = undefined>(
  request: WriteRequest<S>,
): Promise<Answered<S>> {
  const { method, path, query, schema, idempotencyKey, signal, timeoutMs = WRITE_TIMEOUT_MS } = request;
  const { body, headers } = wireBody(request.body);
  const answer = await exchange(true, (authorization) =>
    send({
      method,
      url: address(path, query),
      headers: {
        Accept: 'application/json',
        ...headers,
        ...request.headers,
        ...clientHeaders,
        ...authorization,
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      body,
      timeoutMs,
      signal,
    }),
  );
  return (schema ? parsed(schema, answer, path) : undefined) as Answered<S>;
}

/** One photo as multipart: what a phone can send without reading the file into memory. */
export async function uploadFile<S extends Schema>(form: UploadForm<S>): Promise<z.output<S>> {
  const { path, filePath, fileField, fields, headers, schema, idempotencyKey, onProgress } = form;
  const answer = await exchange(true, (authorization) =>
    upload({
      url: address(path),
      headers: {
        Accept: 'application/json',
        ...headers,
        ...clientHeaders,
        ...authorization,
        'Idempotency-Key': idempotencyKey,
      },
      filePath,
      fileField,
      fields,
      timeoutMs: UPLOAD_TIMEOUT_MS,
      onProgress,
    }),
  );
  return parsed(schema, answer, path);
}

/** A file for the person, fetched with the session and handed to the phone under this name. */
export async function fetchFile(path: string, file: { query?: Query; fileName: string }): Promise<void> {
  await exchange(false, (authorization) =>
    saveFile({
      url: address(path, file.query),
      headers: { ...clientHeaders, ...authorization },
      fileName: file.fileName,
      timeoutMs: UPLOAD_TIMEOUT_MS,
    }),
  );
}
