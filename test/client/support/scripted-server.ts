import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server that says exactly what a test wrote down, over real HTTP. An unscripted call and an unused line of the script both fail the test. */
export interface Reply {
  status?: number;
  body?: unknown;
}

interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  body: unknown;
}

type Line =
  { kind: 'reply'; reply: Reply } | { kind: 'cut' } | { kind: 'hold'; until: Promise<void>; reply: Reply };

export class ScriptedServer {
  readonly received: Received[] = [];
  private readonly script = new Map<string, Line[]>();
  private readonly standing = new Map<string, Reply>();
  private readonly unscripted: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = http.createServer((request, response) => void this.answer(request, response));

  async start(): Promise<void> {
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    Object.assign(globalThis, { API_BASE: `http://127.0.0.1:${port}/api/v1` });
  }

  /** One answer, used once, in order. `route` is `GET /home`. */
  once(route: string, reply: Reply): this {
    return this.add(route, { kind: 'reply', reply });
  }

  /** The answer whenever nothing else is scripted for the route; may stay unused. */
  always(route: string, reply: Reply): this {
    this.standing.set(route, reply);
    return this;
  }

  /** Takes the request and cuts the connection: the answer is lost. */
  cutOnce(route: string): this {
    return this.add(route, { kind: 'cut' });
  }

  /** Answers only when the returned function is called. */
  holdOnce(route: string, reply: Reply): () => void {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.add(route, { kind: 'hold', until, reply });
    return release;
  }

  requestsTo(route: string): Received[] {
    return this.received.filter(({ method, path }) => `${method} ${path}` === route);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    const unused = [...this.script].filter(([, lines]) => lines.length > 0).map(([route]) => route);
    if (this.unscripted.length > 0)
      throw new Error(`Calls that no test wrote down: ${this.unscripted.join(', ')}`);
    if (unused.length > 0) throw new Error(`Scripted and never asked: ${unused.join(', ')}`);
  }

  private add(route: string, line: Line): this {
    this.script.set(route, [...(this.script.get(route) ?? []), line]);
    return this;
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://server');
    const path = pathname.replace(/^\/api\/v1/, '');
    const method = request.method ?? 'GET';
    this.received.push({
      method,
      path,
      query: searchParams,
      headers: request.headers,
      body: read(Buffer.concat(chunks)),
    });
    const route = `${method} ${path}`;
    const line = this.script.get(route)?.shift();
    if (line?.kind === 'cut') return void request.socket.destroy();
    if (line?.kind === 'hold') await line.until;
    const reply = line?.reply ?? this.standing.get(route);
    if (!reply) this.unscripted.push(route);
    write(response, reply ?? { status: 404, body: { code: 'NOT_SCRIPTED', detail: '没有写进脚本' } });
  }
}

function read(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function write(response: http.ServerResponse, { status = 200, body }: Reply): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

/** A server for every test of a file; stopped, and its script checked, after each. */
export function useScriptedServer(): () => ScriptedServer {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = new ScriptedServer();
    await server.start();
  });
  afterEach(() => server.stop());
  return () => server;
}
