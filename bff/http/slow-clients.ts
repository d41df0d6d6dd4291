import type { ServerResponse } from 'node:http';

const WATCH_EVERY_MS = 5000;
/** A phone on a bad network still manages ten times this; a client that trickles bytes to hold a connection does not. */
const LEAST_BYTES_A_WATCH = 1024;

interface Marks {
  bytesRead: number;
  bytesTaken: number;
}

/** Moves the marks and says whether the client let a whole interval pass without doing its part. */
function isStuck(response: ServerResponse, marks: Marks): boolean {
  const request = response.req;
  const { bytesRead, bytesWritten, writableLength } = request.socket;
  const bytesTaken = bytesWritten - writableLength;
  // What has arrived and waits for the handler is not the client's doing.
  const slowBody =
    !request.complete && request.readableLength === 0 && bytesRead - marks.bytesRead < LEAST_BYTES_A_WATCH;
  const slowRead = writableLength + response.writableLength > 0 && bytesTaken <= marks.bytesTaken;
  marks.bytesRead = bytesRead;
  marks.bytesTaken = bytesTaken;
  return slowBody || slowRead;
}

/**
 * Node limits the time for headers and for a whole request. An upload over a slow network may take minutes, so
 * bodies and answers are judged by progress: an interval of five seconds without any closes the connection.
 * @param open the answers that are not finished, kept by the caller
 */
export function closeSlowClients(
  open: ReadonlySet<ServerResponse>,
  watchEveryMs = WATCH_EVERY_MS,
): () => void {
  const marksOf = new WeakMap<ServerResponse, Marks>();
  const timer = setInterval(() => {
    for (const response of open) {
      // The first look only sets the marks: the request may have come a moment before it.
      const marks = marksOf.get(response) ?? { bytesRead: -Infinity, bytesTaken: -Infinity };
      marksOf.set(response, marks);
      if (isStuck(response, marks)) response.req.socket.destroy();
    }
  }, watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
