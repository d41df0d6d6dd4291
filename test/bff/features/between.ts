import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fault =
  'away' | 'hangs' | 'held' | 'answerLost' | 'bodyCut' | 'bodySlow' | 'garbage' | 'internal' | 'busy';

/** A real server between the BFF and one system of record, which can go away or lose answers on demand. */
export interface Between {
  url: string;
  /** Where requests go; called once the system runs. */
  inFrontOf(target: string): string;
  /** Everything passes. */
  heal(): void;
  isBroken(): boolean;
  /**
   * `away`: connections are cut before anything is read. `hangs`: read, never answered. `held`: passed on only once everything passes again. `answerLost`: the system does its work, its answer is cut off.
   * `bodyCut`: the head and half of the body arrive, then the connection ends. `bodySlow`: and then nothing more.
   * `garbage`: 200 with something outside the interface. `internal`: 500 in the words of a machine. `busy`: WeChat’s own -1.
   */
  break(fault: Fault, only?: { method: string; path: RegExp }): void;
  /** Requests that reached the system since it was last asked. */
  passed(): string[];
  /** How often `busy` was said. */
  refused(): number;
  close(): Promise<void>;
}

function halve(answer: IncomingMessage, response: ServerResponse, fault: 'bodyCut' | 'bodySlow'): void {
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  answer.on('end', () => {
    const body = Buffer.concat(chunks);
    const ended = () => fault === 'bodyCut' && response.destroy();
    response.write(body.subarray(0, Math.floor(body.length / 2)), ended);
  });
}

export async function createBetween(): Promise<Between> {
  let target = '';
  let fault: Fault | undefined;
  let only: { method: string; path: RegExp } | undefined;
  let passed: string[] = [];
  let refused = 0;
  let held: (() => void)[] = [];

  function applies(request: IncomingMessage): boolean {
    if (!fault) return false;
    return !only || (request.method === only.method && only.path.test(request.url ?? ''));
  }

  function pass(request: IncomingMessage, response: ServerResponse, current?: Fault): void {
    passed.push(`${String(request.method)} ${String(request.url)}`);
    const url = new URL(request.url ?? '/', target);
    const onwards = forward(url, { method: request.method, headers: request.headers }, (answer) => {
      if (current === 'answerLost') {
        answer.resume();
        answer.on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      if (current === 'bodyCut' || current === 'bodySlow') return halve(answer, response, current);
      answer.pipe(response);
    });
    onwards.on('error', () => request.socket.destroy());
    request.pipe(onwards);
  }

  /** Whoever asked may be gone by then: what they asked for is done all the same. */
  function hold(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    held.push(() => {
      passed.push(`${String(request.method)} ${String(request.url)}`);
      const url = new URL(request.url ?? '/', target);
      const onwards = forward(url, { method: request.method, headers: request.headers }, (answer) => {
        answer.resume();
        answer.on('end', () => response.destroy());
      });
      onwards.on('error', () => response.destroy());
      onwards.end(Buffer.concat(chunks));
    });
  }

  const server = createServer((request, response) => {
    const current = applies(request) ? fault : undefined;
    if (current === 'away') request.socket.destroy();
    else if (current === 'hangs') request.resume();
    else if (current === 'held') hold(request, response);
    else if (current === 'garbage') {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"unexpected":true}');
    } else if (current === 'busy') {
      request.resume();
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"errcode":-1,"errmsg":"busy"}');
      refused += 1;
    } else if (current === 'internal') {
      request.resume();
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end('ORA-00942: table CLAIMS_TBL');
    } else pass(request, response, current);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  return {
    url,
    inFrontOf(address) {
      target = address;
      return url;
    },
    heal() {
      fault = undefined;
      only = undefined;
      for (const goOn of held) goOn();
      held = [];
    },
    isBroken: () => fault !== undefined,
    refused: () => refused,
    break(next, limit) {
      fault = next;
      only = limit;
    },
    passed() {
      const seen = passed;
      passed = [];
      return seen;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
