import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { toProblem } from './error-mapping';
import { DEFAULT_BODY_LIMIT_BYTES } from './json-body';
import { createOverloadGate, type OverloadGate, type OverloadOptions } from './overload';
import { Problem } from './problem';
import { sendProblem } from './problem-answer';
import { observeRequest } from './metrics';
import { useKitMessages } from './messages';
import { currentFrame, runInFrame, type RequestFrame } from './request-frame';
import { RouteRegistry } from './route-registry';
import { interfaceHeaders, securityHeaders, type SecurityHeaderOptions } from './security-headers';

export interface HttpAppOptions {
  name: string;
  log: Logger;
  /** Number of proxies in front, or addresses; false when reached directly. */
  trustProxy?: boolean | number | string;
  bodyLimitBytes?: number;
  security?: SecurityHeaderOptions;
  overload?: OverloadOptions;
}

/** What the kit knows about one app; kept beside it rather than on globals, so several apps share a process. */
export interface HttpAppState {
  name: string;
  log: Logger;
  bodyLimitBytes: number;
  registry: RouteRegistry;
  gate: OverloadGate;
}

const states = new WeakMap<Express, HttpAppState>();
const VALID_REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

export function httpAppState(app: Express): HttpAppState {
  const state = states.get(app);
  if (!state) throw new Error('mountRoutes and finishHttpApp need an app made by createHttpApp');
  return state;
}

function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && VALID_REQUEST_ID.test(header) ? header : randomUUID();
}

/** What a machine asks every few seconds, whether or not there is anything: told only when it goes wrong. */
const QUIET = /^\/(health\/|(metrics|v1\/claim-notices|v1\/member-merges)(\?|$))/;

/** One line a request, from a fixed list of members: a raw address may carry a code or a phone, a pattern cannot. */
function logRequest(
  state: HttpAppState,
  frame: RequestFrame,
  seen: { startedAt: number; request: express.Request },
): void {
  const { request, startedAt } = seen;
  const response = request.res;
  if (!response) return;
  const gone = !response.writableFinished;
  const route = typeof response.locals.route === 'string' ? response.locals.route : 'unmatched';
  const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
  const status = gone ? 499 : response.statusCode;
  observeRequest({ app: state.name, method: request.method, route, status, durationMs });
  const level = status < 400 && QUIET.test(request.originalUrl) ? 'debug' : 'info';
  state.log[level](
    {
      requestId: frame.requestId,
      method: request.method,
      route,
      status,
      durationMs,
      ...(typeof response.locals.code === 'string' ? { code: response.locals.code } : {}),
      ...(frame.upstreams.length > 0 ? { upstreams: frame.upstreams } : {}),
      ...(frame.account ? { account: frame.account } : {}),
    },
    'request',
  );
}

function openFrame(app: Express, state: HttpAppState): RequestHandler {
  return (request, response, next) => {
    request.app = app;
    response.app = app;
    const frame: RequestFrame = { requestId: requestIdOf(request.headers['x-request-id']), upstreams: [] };
    const startedAt = performance.now();
    response.setHeader('X-Request-Id', frame.requestId);
    response.setHeader('Cache-Control', 'no-store');
    response.on('close', () => logRequest(state, frame, { startedAt, request }));
    runInFrame(frame, next);
  };
}

const INTERFACE = /^(?:\/api)?\/v\d+\//;

function protect(options: SecurityHeaderOptions | undefined): RequestHandler {
  const forPages = securityHeaders(options);
  const forInterface = interfaceHeaders(options);
  return (request, response, next) => {
    if (!INTERFACE.test(request.path)) {
      forPages(request, response, next);
      return;
    }
    for (const [name, value] of forInterface) response.setHeader(name, value);
    next();
  };
}

export function createHttpApp(options: HttpAppOptions): Express {
  const app = express();
  const state: HttpAppState = {
    name: options.name,
    log: options.log,
    bodyLimitBytes: options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES,
    registry: new RouteRegistry(),
    gate: createOverloadGate(options.overload),
  };
  states.set(app, state);
  useKitMessages(app);
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustProxy ?? false);
  app.set('case sensitive routing', true);
  app.use(openFrame(app, state));
  app.use(state.gate.middleware);
  app.use(protect(options.security));
  return app;
}

function unmatched(state: HttpAppState): RequestHandler {
  return (request, response) => {
    const allowed = state.registry.methodsFor(request.path);
    if (allowed.length === 0) throw new Problem(404, 'ROUTE_NOT_FOUND', '没有这个地址');
    response.setHeader('Allow', allowed.map((method) => method.toUpperCase()).join(', '));
    throw new Problem(405, 'METHOD_NOT_ALLOWED', '这个地址不支持这样的操作');
  };
}

function answerErrors(state: HttpAppState): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const problem = toProblem(error);
    const requestId = currentFrame()?.requestId ?? String(response.getHeader('X-Request-Id') ?? '');
    response.locals.code = problem.code;
    if (problem.status === 500) state.log.error({ err: error, requestId }, 'a request failed');
    else if (problem.status > 500 && !(error instanceof Problem))
      state.log.warn({ err: error, requestId }, 'upstream');
    // Half an answer cannot be taken back: cutting the connection is the only honest sign.
    if (response.destroyed) return;
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem, requestId);
  };
}

/** Adds what must come last: the answer for unknown addresses and the one place where errors become answers. */
export function finishHttpApp(app: Express): Express {
  const state = httpAppState(app);
  app.use(unmatched(state));
  app.use(answerErrors(state));
  return app;
}
