/**
 * Systems of record whose answers cost nothing: each read is asked of the real system once and then repeated from memory, so that what is measured is
 * the way there. A write goes to the real one each time. `SYSTEMS` is a JSON object of name → address; the line it writes is one of name → its own address.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

interface Kept {
  status: number;
  type: string;
  body: Buffer;
}

async function ask(origin: string, request: IncomingMessage): Promise<Kept> {
  const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
  const isRead = request.method === 'GET';
  const answer = await fetch(`${origin}${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers: { authorization, ...(isRead ? {} : { 'content-type': type }) },
    ...(isRead ? {} : { body: Buffer.concat(await request.toArray()) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? 'application/json', body };
}

function answerFrom(origin: string) {
  const kept = new Map<string, Kept>();
  return async (request: IncomingMessage, response: ServerResponse) => {
    const name = request.url ?? '/';
    const isRead = request.method === 'GET';
    const answer = (isRead ? kept.get(name) : undefined) ?? (await ask(origin, request));
    if (isRead && answer.status === 200) kept.set(name, answer);
    response.writeHead(answer.status, {
      'Content-Type': answer.type,
      'Content-Length': answer.body.length,
    });
    response.end(answer.body);
  };
}

async function serve(origin: string): Promise<string> {
  const answer = answerFrom(origin);
  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function main(): Promise<void> {
  const systems = JSON.parse(process.env.SYSTEMS ?? '{}') as Record<string, string>;
  const entries = Object.entries(systems).map(async ([name, origin]) => [name, await serve(origin)]);
  console.log(`replaying ${JSON.stringify(Object.fromEntries(await Promise.all(entries)))}`);
}

void main();
