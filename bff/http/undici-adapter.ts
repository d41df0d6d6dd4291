import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AxiosError, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { Dispatcher } from 'undici';

const gunzipBytes = promisify(gunzip);

/** Set on every failure: false proves that not one byte of the request went out, so nothing can have happened. */
export class TransportError extends AxiosError {
  constructor(
    message: string,
    code: string,
    readonly sent: boolean,
  ) {
    super(message, code);
    this.name = 'TransportError';
  }
}

export interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

export interface ExchangeLimits {
  deadlineMs: number;
  maxBytes: number;
  signal?: AbortSignal;
}

export type ExchangeRequest = Pick<Dispatcher.DispatchOptions, 'path' | 'method' | 'body'> & {
  headers: Record<string, string>;
};

const timeout = (sent: boolean) => new TransportError('deadline exceeded', AxiosError.ECONNABORTED, sent);
const tooBig = () => new TransportError('answer is too large', AxiosError.ERR_BAD_RESPONSE, true);

function causeCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : AxiosError.ERR_NETWORK;
}

/**
 * One exchange under one deadline that nothing extends: not a trickled body, not a queue for a free connection.
 * A request that is given up while it waits for a connection is never written.
 */
function dispatch(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
  limits: ExchangeLimits,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const received: Received = { status: 0, headers: {}, bytes: Buffer.alloc(0) };
    const chunks: Buffer[] = [];
    let size = 0;
    let failure: TransportError | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    const finish = (error?: TransportError) => {
      if (failure) return;
      clearTimeout(timer);
      limits.signal?.removeEventListener('abort', onAbort);
      if (!error) return resolve(received);
      failure = error;
      reject(error);
      controller?.abort(error);
    };
    const onAbort = () =>
      finish(new TransportError('canceled', AxiosError.ERR_CANCELED, controller !== undefined));
    const timer = setTimeout(() => finish(timeout(controller !== undefined)), limits.deadlineMs);
    if (limits.signal?.aborted) return onAbort();
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        if (failure) return started.abort(failure);
        controller = started;
      },
      onResponseStart(_controller, status, headers) {
        received.status = status;
        received.headers = headers;
        if (Number(headers['content-length'] ?? 0) > limits.maxBytes) finish(tooBig());
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        if (size > limits.maxBytes) return finish(tooBig());
        chunks.push(chunk);
      },
      onResponseEnd() {
        received.bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
        finish();
      },
      onResponseError(_controller, error) {
        const name = received.status > 0 ? 'the answer was cut' : 'the connection failed';
        finish(new TransportError(name, causeCode(error), controller !== undefined));
      },
    };
    dispatcher.dispatch(request, handler);
  });
}

async function decompress(received: Received, maxBytes: number): Promise<Buffer> {
  const encoding = received.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return received.bytes;
  if (encoding !== 'gzip') {
    throw new TransportError(
      'answer has an encoding that was not asked for',
      AxiosError.ERR_BAD_RESPONSE,
      true,
    );
  }
  try {
    return await gunzipBytes(received.bytes, { maxOutputLength: maxBytes });
  } catch {
    throw new TransportError('compressed answer is broken or too large', AxiosError.ERR_BAD_RESPONSE, true);
  }
}

/**
 * One request and its whole answer, decompressed, within one deadline and one size.
 * @throws TransportError
 */
export async function exchange(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
  limits: ExchangeLimits,
): Promise<Received> {
  const { deadlineMs, maxBytes } = limits;
  if (deadlineMs <= 0 || maxBytes <= 0) throw new Error('an upstream call needs a deadline and a size limit');
  const startedAt = performance.now();
  const received = await dispatch(dispatcher, request, limits);
  if (received.headers['content-encoding'] === undefined) return received;
  const bytes = await decompress(received, maxBytes);
  if (performance.now() - startedAt > deadlineMs) throw timeout(true);
  return { ...received, bytes };
}

function plainHeaders(config: InternalAxiosRequestConfig): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(config.headers)) {
    // axios puts a form's media type on a POST that has no body at all.
    if (config.data === undefined && name.toLowerCase() === 'content-type') continue;
    if (typeof value === 'string' || typeof value === 'number') headers[name] = String(value);
  }
  return headers;
}

/** Refused statuses keep their data for the caller; headers, request and configuration stay behind. */
function settle(response: AxiosResponse): AxiosResponse {
  const { validateStatus } = response.config;
  if (!validateStatus || validateStatus(response.status)) return response;
  const code = response.status < 500 ? AxiosError.ERR_BAD_REQUEST : AxiosError.ERR_BAD_RESPONSE;
  const error = new AxiosError(`Request failed with status code ${String(response.status)}`, code);
  error.status = response.status;
  error.response = {
    ...response,
    headers: {},
    config: { headers: response.config.headers },
    request: undefined,
  };
  Object.defineProperty(error, 'response', { enumerable: false });
  throw error;
}

/**
 * axios on undici's dispatch: less than a third of the cost of axios's own http adapter. `config.url` is the path
 * below the dispatcher's origin and `config.timeout` the total deadline. Redirects are answers like any other.
 */
export function createUndiciAdapter(dispatcher: Dispatcher): AxiosAdapter {
  return async (config) => {
    const signal = config.signal instanceof AbortSignal ? config.signal : undefined;
    const request = {
      path: config.url ?? '/',
      method: (config.method ?? 'get').toUpperCase() as Dispatcher.HttpMethod,
      headers: plainHeaders(config),
      body: (config.data as string | Buffer | undefined) ?? null,
    };
    const limits = { deadlineMs: config.timeout ?? 0, maxBytes: config.maxContentLength ?? 0 };
    const received = await exchange(dispatcher, request, { ...limits, ...(signal ? { signal } : {}) });
    const { bytes } = received;
    const { status, headers } = received;
    const data: unknown = config.responseType === 'arraybuffer' ? bytes : bytes.toString('utf8');
    return settle({ data, status, statusText: '', headers: headers as Record<string, string>, config });
  };
}
