import type { IncomingMessage, Server, ServerResponse } from 'node:http';

const WATCH_EVERY_MS = 5000;
/** A phone on a bad network still manages ten times this; a client that trickles bytes to hold a connection does not. */
const LEAST_BYTES_A_WATCH = 1024;

interface Watched {
  request: IncomingMessage;
  response: ServerResponse;
  bytesRead: number;
  unsent: number;
}

function isStuck(watched: Watched): boolean {
  const { request, response } = watched;
  const bytesRead = request.socket.bytesRead;
  const unsent = response.writableLength + request.socket.writableLength;
  // A handler that has not asked for the body yet leaves it unread; that is not the client's doing.
  const slowBody =
    !request.complete && !request.isPaused() && bytesRead - watched.bytesRead < LEAST_BYTES_A_WATCH;
  const slowRead = unsent > 0 && watched.unsent > 0 && unsent >= watched.unsent;
  watched.bytesRead = bytesRead;
  watched.unsent = unsent;
  return slowBody || slowRead;
}

/**
 * Node limits the time for headers and for a whole request. An upload over a slow network may take minutes, so
 * bodies and answers are judged by progress: two looks, five seconds apart, without any close the connection.
 */
export function closeSlowClients(server: Server, watchEveryMs = WATCH_EVERY_MS): () => void {
  const watched = new Set<Watched>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const entry = { request, response, bytesRead: request.socket.bytesRead, unsent: 0 };
    watched.add(entry);
    response.on('close', () => watched.delete(entry));
  });
  const timer = setInterval(() => {
    for (const entry of watched) if (isStuck(entry)) entry.request.socket.destroy();
  }, watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
