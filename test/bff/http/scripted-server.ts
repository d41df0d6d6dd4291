import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Step = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedServer {
  url: string;
  received: Received[];
  /** The next requests are answered by these steps, one each; the last one stays. */
  play(...steps: Step[]): void;
  close(): Promise<void>;
}

const PROBLEM = 'application/problem+json';

/** A real HTTP server that answers by script: a system of record on its worst days. */
export async function scriptedServer(): Promise<ScriptedServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let steps: Step[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body,
      });
      const step = steps.length > 1 ? steps.shift() : steps[0];
      step?.(request, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    play: (...next) => {
      steps = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Step =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

export const problem = (status: number, code: string, headers: Record<string, string> = {}): Step =>
  json(
    status,
    { type: 'about:blank', title: 'x', status, detail: '对方系统的话', code, requestId: 'theirs' },
    { 'Content-Type': PROBLEM, ...headers },
  );

export const bytes =
  (status: number, headers: Record<string, string>, body: string | Buffer): Step =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Takes the request and never says anything. */
export const silence: Step = () => undefined;

/** Takes the request, then the connection is gone: the write may have happened. */
export const reset: Step = (request) => request.socket.destroy();

/** Promises more than it sends. */
export const cut: Step = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"ok":');
  setImmediate(() => request.socket.destroy());
};

/** One byte now and then keeps every per-read timeout happy. */
export const trickle: Step = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  request.socket.on('close', () => clearInterval(timer));
};

/** Sends without end. */
export const flood: Step = (request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const part = Buffer.alloc(64 * 1024, 0x20);
  const more = () => {
    while (!request.socket.destroyed && response.write(part));
  };
  response.on('drain', more);
  more();
};
