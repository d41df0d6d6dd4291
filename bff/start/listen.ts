import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from '../start-problem';

interface Place {
  port: number;
  host: string;
}

function explain(error: NodeJS.ErrnoException, { port, host }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} on ${host} is in use. Stop what runs there, or choose another with PORT.`,
      );
    case 'EACCES':
      return new StartProblem(`This user may not open port ${port}. Choose one above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(`This machine has no address "${host}". Set HOST to one of its own.`);
    default:
      return error;
  }
}

/** @throws StartProblem when the place is taken or does not exist */
export function listen(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(explain(error, place));
    server.once('error', refuse);
    server.listen(place.port, place.host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** `http://127.0.0.1:3000`: where a listening server is found, without a slash at the end. */
export function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

const IDLE_CHECK_MS = 50;

/** Takes no new connections and waits for the running requests; what still runs after `deadlineMs` is cut. */
export function drain(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
    // A kept-alive connection whose last answer has just gone out would otherwise hold the stop until it times out.
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
