import express, { type Express, type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { httpAppState, type HttpAppState } from './http-app';
import { hasBody, readJsonBody, refuseUnsafe } from './json-body';
import { Problem, invalidInput } from './problem';
import { currentFrame } from './request-frame';
import { noBody, type AnyRoute, type RouteContext } from './route';
import { checkRoute, isStreamed, jsonBodySchema } from './route-checks';
import { bySpecificity } from './route-registry';
import { checkAnswer, sendAnswer } from './send-answer';
import { ClientGone } from './upstream-errors';
import { parseInput } from './validation';

export interface MountOptions {
  /** e.g. `/api/v1`; empty for a system's own root. */
  basePath: string;
  log: Logger;
  /** Parses our own answers too (demo and tests); a mismatch is a 500 whose log line names the place. */
  checkAnswers?: boolean;
}

interface Mounting extends MountOptions {
  state: HttpAppState;
  route: AnyRoute;
}

const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{8,128}$/;

function idempotencyKeyOf(route: AnyRoute, request: Request): string {
  if (route.idempotency === undefined || route.idempotency.kind === 'natural') return '';
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') {
    throw new Problem(400, 'IDEMPOTENCY_KEY_REQUIRED', '这次提交缺少请求编号，请返回上一页重新提交');
  }
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw new Problem(400, 'IDEMPOTENCY_KEY_INVALID', '请求编号的格式不对，请返回上一页重新提交');
  }
  return key;
}

function parsePart(schema: AnyRoute['params'], value: unknown): unknown {
  if (!schema) return undefined;
  const plain = { ...(value as object) };
  refuseUnsafe(plain);
  return parseInput(schema, plain);
}

async function bodyOf({ route, state }: Mounting, request: Request): Promise<unknown> {
  if (route.body === noBody && hasBody(request)) {
    throw invalidInput([{ path: '', code: 'BODY_NOT_ALLOWED', message: '这次操作不需要提交内容' }]);
  }
  const schema = jsonBodySchema(route.body);
  return schema ? parseInput(schema, await readJsonBody(request, state.bodyLimitBytes)) : undefined;
}

function clientSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) controller.abort(new ClientGone());
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
}

/** Reading a body takes as long as the caller's network does, so it must not hold a place at the gate. */
async function outsideGate<T>(state: HttpAppState, work: () => Promise<T>): Promise<T> {
  state.gate.leave();
  try {
    return await work();
  } finally {
    state.gate.enter();
  }
}

async function contextOf(
  mounting: Mounting,
  request: Request,
  response: Response,
): Promise<RouteContext<unknown, unknown, unknown, unknown>> {
  const { route, state } = mounting;
  const caller = await route.access.authorise(request);
  const requestId = currentFrame()?.requestId ?? '';
  const params = parsePart(route.params, request.params);
  const query = parsePart(route.query, request.query);
  const body = await outsideGate(state, () => bodyOf(mounting, request));
  let signal: AbortSignal | undefined;
  return {
    caller,
    params,
    query,
    body,
    idempotencyKey: idempotencyKeyOf(route, request),
    requestId,
    get signal() {
      signal ??= clientSignal(response);
      return signal;
    },
    get log() {
      return mounting.log.child({ requestId });
    },
    request,
    response,
  };
}

async function run(mounting: Mounting, request: Request, response: Response): Promise<void> {
  const { route, state } = mounting;
  state.gate.enter();
  try {
    const context = await contextOf(mounting, request, response);
    const handle = async () => route.handle(context);
    const answer = isStreamed(route.body) ? await outsideGate(state, handle) : await handle();
    if (mounting.checkAnswers) checkAnswer(route, answer);
    await sendAnswer(response, route, answer);
  } catch (error) {
    // Nobody is listening any more, and the abort that follows from it is not a fault.
    if (!(error instanceof ClientGone)) throw error;
  } finally {
    state.gate.leave();
  }
}

/** `/api/v1/policies/:id` → `policies`; the address of a request and the pattern of its route give the same word. */
const subjectOf = (path: string) => /^(?:\/api)?(?:\/v\d+)?\/([^/]+)/.exec(path)?.[1];

type Answering = (request: Request, response: Response) => Promise<void>;

interface Addresses {
  add(route: AnyRoute, pattern: string, answer: Answering): void;
}

/**
 * Every route asked in turn costs more than the answer: an address without a variable part is looked up, and any other request meets only the routes of
 * its own subject.
 */
function addressesOf(app: Express): Addresses {
  const fixed = new Map<string, Answering>();
  const routers = new Map<string, Router>();
  app.use((request, response, next) => {
    const answer = fixed.get(`${request.method} ${request.path}`);
    if (answer) return answer(request, response);
    const router = routers.get(subjectOf(request.path) ?? '');
    if (router) router(request, response, next);
    else next();
  });
  return {
    add({ method }, pattern, answer) {
      const subject = subjectOf(pattern);
      if (subject === undefined || subject.startsWith(':'))
        throw new Error(`${pattern} does not begin with a subject`);
      if (/^[\w/-]+$/.test(pattern)) fixed.set(`${method.toUpperCase()} ${pattern}`, answer);
      const router = routers.get(subject) ?? express.Router({ caseSensitive: true });
      routers.set(subject, router);
      router[method](pattern, answer);
    },
  };
}

/**
 * Mounts declared routes. Order of checks per request: who is asking, where (path and query), what (body), the
 * request id. So a stranger learns nothing from validation.
 * @throws Error at start, naming the route, when a declaration is incomplete or two routes collide
 */
export function mountRoutes(app: Express, routes: AnyRoute[], options: MountOptions): void {
  const state = httpAppState(app);
  const addresses = addressesOf(app);
  for (const route of [...routes].sort(bySpecificity)) {
    checkRoute(route);
    const pattern = `${options.basePath}${route.path}`;
    state.registry.add(route.method, pattern);
    const mounting: Mounting = { ...options, state, route };
    addresses.add(route, pattern, (request, response) => {
      response.locals.route = pattern;
      return run(mounting, request, response);
    });
  }
}
