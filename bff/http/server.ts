import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KitRequest, KitResponse } from './messages';
import { closeSlowClients } from './slow-clients';

export interface ListenOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  maxConnections?: number;
  /** How long a client may take for its headers, and between two looks at its progress. */
  patience?: { headersMs?: number; progressMs?: number };
}

export interface HttpServer {
  server: Server;
  url: string;
  port: number;
  /** Stops accepting, lets running requests finish, and cuts what is left after `graceMs` (default 8 s). */
  close(graceMs?: number): Promise<void>;
}

/** Open answers learn that the connection ends with them, so that clients do not send the next request into it. */
function trackAnswers(server: Server) {
  const open = new Set<ServerResponse>();
  let closing = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (closing) response.setHeader('Connection', 'close');
    open.add(response);
    response.on('close', () => open.delete(response));
  });
  return {
    open: open as ReadonlySet<ServerResponse>,
    announceEnd() {
      closing = true;
      for (const response of open) if (!response.headersSent) response.setHeader('Connection', 'close');
    },
  };
}

function closeGracefully(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** @throws the listen error as it is (EADDRINUSE, EACCES), for the caller to put into one clear line */
export function listenHttp(app: RequestListener, options: ListenOptions): Promise<HttpServer> {
  const server = createServer(
    {
      IncomingMessage: KitRequest,
      ServerResponse: KitResponse,
      headersTimeout: options.patience?.headersMs ?? 8000,
      requestTimeout: 300_000,
      keepAliveTimeout: 6000,
      connectionsCheckingInterval: Math.min(2000, options.patience?.headersMs ?? 2000),
      maxHeaderSize: 16_384,
      requireHostHeader: true,
    },
    app,
  );
  server.maxConnections = options.maxConnections ?? 4096;
  server.maxRequestsPerSocket = 0;
  const answers = trackAnswers(server);
  const stopWatching = closeSlowClients(answers.open, options.patience?.progressMs);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port: options.port, backlog: 1024 }, () => {
      server.off('error', reject);
      const { port } = server.address() as AddressInfo;
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      resolve({
        server,
        port,
        url: `http://${host}:${String(port)}`,
        close(graceMs = 8000) {
          stopWatching();
          answers.announceEnd();
          return closeGracefully(server, graceMs);
        },
      });
    });
  });
}
