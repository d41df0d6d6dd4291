import type { Server } from 'node:http';
import type { Express } from 'express';
import { createHttpApp, finishHttpApp, type HttpAppOptions } from '../../../bff/http/http-app';
import { createLogger } from '../../../bff/http/logging';
import { mountRoutes } from '../../../bff/http/mount-routes';
import type { AccessRule, AnyRoute } from '../../../bff/http/route';
import { listenHttp, type ListenOptions } from '../../../bff/http/server';

export interface StartedApp {
  url: string;
  /** Parsed log lines, in order. */
  lines: Record<string, unknown>[];
  app: Express;
  server: Server;
  close(): Promise<void>;
}

export const open: AccessRule<undefined> = {
  name: 'open',
  description: 'Anybody.',
  authorise: () => undefined,
};

interface StartOptions {
  app?: Partial<HttpAppOptions>;
  listen?: Partial<ListenOptions>;
  basePath?: string;
  checkAnswers?: boolean;
  before?: (app: Express) => void;
}

/** One app of the kit on a free port, with its log in memory. */
export async function startApp(routes: AnyRoute[], options: StartOptions = {}): Promise<StartedApp> {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    name: 'kit',
    level: 'debug',
    destination: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const app = createHttpApp({ name: 'kit', log, ...options.app });
  options.before?.(app);
  mountRoutes(app, routes, {
    basePath: options.basePath ?? '',
    log,
    checkAnswers: options.checkAnswers ?? true,
  });
  finishHttpApp(app);
  const http = await listenHttp(app, { host: '127.0.0.1', port: 0, ...options.listen });
  return { url: http.url, lines, app, server: http.server, close: () => http.close(200) };
}

export interface Reply {
  status: number;
  headers: Headers;
  // Answers of any shape; the tests say what they expect of it.
  body: Record<string, unknown>;
}

export async function send(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return send(url, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

/** Every problem must be complete and speak Chinese. */
export function expectProblem(reply: Reply, status: number, code: string): void {
  expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.body).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
  expect(reply.body.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(reply.body.requestId).toBe(reply.headers.get('x-request-id'));
}
