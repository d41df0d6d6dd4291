import { connect } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';
import { createHttpApp, finishHttpApp } from '../../../bff/http/http-app';
import { createLogger } from '../../../bff/http/logging';
import { defineRoute } from '../../../bff/http/route';
import { listenHttp } from '../../../bff/http/server';
import { mountRoutes } from '../../../bff/http/mount-routes';
import { open, send, startApp, type StartedApp } from './kit-app';

const log = createLogger({ name: 'x', destination: { write: () => undefined } });
const base = { summary: 's', tag: 't', access: open };
const patience = { headersMs: 200, progressMs: 200 };

function gate() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return { release, released };
}

const big = defineRoute({
  ...base,
  method: 'get',
  path: '/big',
  answers: { 200: null },
  mediaType: 'application/octet-stream',
  handle: () => ({ status: 200, body: Buffer.alloc(30_000_000) }),
});
const echo = defineRoute({
  ...base,
  method: 'post',
  path: '/echo',
  idempotency: { kind: 'natural', why: 'changes nothing' },
  body: z.strictObject({ a: z.string() }),
  answers: { 200: null },
  handle: () => ({ status: 200 }),
});

/** Resolves when the server closes the connection, with what it said before. */
function speak(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => (heard += chunk.toString()));
  socket.write(text);
  return new Promise((resolve) => socket.on('close', () => resolve(heard)));
}

const started: StartedApp[] = [];
const start = async (...options: Parameters<typeof startApp>) => {
  const app = await startApp(...options);
  started.push(app);
  return app;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((app) => app.close()));
});

describe('a slow client', () => {
  it('is closed when its headers do not come', async () => {
    const app = await start([echo], { listen: { patience } });
    await speak(app.url, 'GET /echo HTTP/1.1\r\nHost: x\r\nX-A: ');
  });

  it('is closed when its body trickles', async () => {
    const app = await start([echo], { listen: { patience } });
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
    );
    const timer = setInterval(() => socket.write(' '), 20);
    await closed;
    clearInterval(timer);
  });

  it('is closed when it does not take its answer', async () => {
    const app = await start([big], { listen: { patience } });
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.pause();
    socket.on('error', () => undefined);
    const gone = new Promise((resolve) =>
      app.server.once('request', (request) => request.socket.on('close', resolve)),
    );
    socket.write('GET /big HTTP/1.1\r\nHost: x\r\n\r\n');
    await gone;
    socket.destroy();
  });

  it('does not disturb a healthy one', async () => {
    const app = await start([big], { listen: { patience: { headersMs: 200 } } });
    const slow = Array.from({ length: 200 }, () => speak(app.url, 'POST /echo HTTP/1.1\r\nHost: x\r\nX: '));
    const reply = await fetch(`${app.url}/big`);
    expect((await reply.arrayBuffer()).byteLength).toBe(30_000_000);
    await Promise.all(slow);
  });
});

describe('stopping', () => {
  it('lets a running request finish, announces the end and takes no new one', async () => {
    const entered = gate();
    const leave = gate();
    const slow = defineRoute({
      ...base,
      method: 'get',
      path: '/slow',
      answers: { 200: null },
      handle: async () => {
        entered.release();
        await leave.released;
        return { status: 200 };
      },
    });
    const app = createHttpApp({ name: 'x', log });
    mountRoutes(app, [slow], { basePath: '', log });
    finishHttpApp(app);
    const http = await listenHttp(app, { host: '127.0.0.1', port: 0 });
    const running = send(`${http.url}/slow`);
    await entered.released;
    const closing = http.close();
    await expect(fetch(`${http.url}/slow`)).rejects.toThrow();
    leave.release();
    const reply = await running;
    expect([reply.status, reply.headers.get('connection')]).toEqual([200, 'close']);
    await closing;
  });

  it('does not wait for ever', async () => {
    const entered = gate();
    const never = defineRoute({
      ...base,
      method: 'get',
      path: '/never',
      answers: { 200: null },
      handle: () => {
        entered.release();
        return new Promise(() => undefined);
      },
    });
    const app = createHttpApp({ name: 'x', log });
    mountRoutes(app, [never], { basePath: '', log });
    finishHttpApp(app);
    const http = await listenHttp(app, { host: '127.0.0.1', port: 0 });
    const running = fetch(`${http.url}/never`).catch(() => 'cut');
    await entered.released;
    await http.close(50);
    expect(await running).toBe('cut');
  });

  it('reports a port in use to its caller', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const app = finishHttpApp(createHttpApp({ name: 'x', log }));
    await expect(listenHttp(app, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('too much work', () => {
  it('is refused at once with a spread time to return, while probes and uploads in progress do not count', async () => {
    const entered = gate();
    const leave = gate();
    const slow = defineRoute({
      ...base,
      method: 'get',
      path: '/slow',
      answers: { 200: null },
      handle: async () => {
        entered.release();
        await leave.released;
        return { status: 200 };
      },
    });
    const app = await start([slow, echo], {
      app: { overload: { maxInFlight: 1 } },
      before: (express) => express.get('/health/live', (_request, response) => void response.end('ok')),
    });
    const uploading = connect(Number(new URL(app.url).port), '127.0.0.1');
    uploading.write(
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{',
    );
    const running = send(`${app.url}/slow`);
    await entered.released;
    const refused = await send(`${app.url}/slow`);
    expect(refused).toMatchObject({
      status: 503,
      body: { code: 'OVERLOADED', detail: expect.stringContaining('什么都没有改动') },
    });
    expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.retryAfterSeconds);
    expect((await send(`${app.url}/health/live`)).status).toBe(200);
    leave.release();
    expect((await running).status).toBe(200);
    uploading.destroy();
  });
});

describe('headers of every answer', () => {
  it('forbid storing, framing, sniffing and foreign scripts, and do not name the framework', async () => {
    const app = await start([]);
    const { headers } = await send(`${app.url}/`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/script-src 'self';.*|frame-ancestors 'none'/),
      'permissions-policy': expect.stringContaining('camera=(self)'),
    });
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect([headers.get('x-powered-by'), headers.get('etag')]).toEqual([null, null]);
  });

  it.each(['/v1/nothing', '/api/v1/nothing'])(
    'let an answer of the interface load nothing at all: %s',
    async (path) => {
      const app = await start([]);
      const { status, headers } = await send(`${app.url}${path}`);
      expect(status).toBe(404);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
      });
    },
  );
});
