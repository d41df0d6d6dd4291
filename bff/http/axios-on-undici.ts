import axios, { AxiosError, type AxiosInstance } from 'axios';
import { Pool } from 'undici';
import { createDnsLookup } from './dns-lookup';
import {
  createUndiciAdapter,
  exchange,
  type ExchangeLimits,
  type ExchangeRequest,
  type Received,
} from './undici-adapter';

export interface AxiosOnUndiciOptions {
  /** Scheme, host and port. */
  origin: string;
  maxAnswerBytes: number;
  connections?: number;
}

const lookup = createDnsLookup();

/** What axios itself throws (malformed JSON) still carries the request's headers; they hold a credential. */
function strip(error: unknown): never {
  if (error instanceof AxiosError) {
    error.config = undefined;
    error.request = undefined;
    if (error.response) {
      const { data, status } = error.response as { data: unknown; status: number };
      const bare = {
        data,
        status,
        statusText: '',
        headers: {},
        config: { headers: new axios.AxiosHeaders() },
      };
      Object.defineProperty(error, 'response', { value: bare, enumerable: false });
    }
  }
  throw error;
}

export interface AxiosOnUndici {
  client: AxiosInstance;
  /** Without axios in between, which would cost more than the exchange itself; same pool, deadline and limits. */
  direct(request: ExchangeRequest, limits: Omit<ExchangeLimits, 'maxBytes'>): Promise<Received>;
  close(): Promise<void>;
}

export function createAxiosOnUndici(options: AxiosOnUndiciOptions): AxiosOnUndici {
  const pool = new Pool(options.origin, {
    connections: options.connections ?? 64,
    pipelining: 1,
    // The adapter's own deadline rules; undici's two would each start anew.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 30_000,
    maxHeaderSize: 16_384,
    connect: { timeout: 1500, lookup, keepAlive: true, keepAliveInitialDelay: 15_000 },
  });
  const client = axios.create({
    adapter: createUndiciAdapter(pool),
    maxContentLength: options.maxAnswerBytes,
    responseType: 'json',
    transitional: { silentJSONParsing: false, forcedJSONParsing: true, clarifyTimeoutError: false },
    headers: { common: { Accept: 'application/json', 'Accept-Encoding': 'gzip' } },
  });
  client.interceptors.response.use(null, strip);
  const accepted = { Accept: 'application/json', 'Accept-Encoding': 'gzip' };
  return {
    client,
    direct: (request, limits) =>
      exchange(
        pool,
        { ...request, headers: { ...accepted, ...request.headers } },
        { ...limits, maxBytes: options.maxAnswerBytes },
      ),
    close: () => pool.close(),
  };
}
