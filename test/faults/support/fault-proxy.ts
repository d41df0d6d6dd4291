import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { seededRandom } from '../../bench/support/random';
import { faults, pass, type ConnectionFault, type Exchange } from './faults';
import { createRequestReader } from './request-reader';

export interface FaultProxy {
  port: number;
  /** From now on every request suffers this; without a name everything passes again. Connections that were left hanging stay so. */
  suffer(fault?: ConnectionFault): void;
  /** When each request arrived, on the clock of `performance.now()`, oldest first. */
  arrivals(): readonly number[];
  close(): Promise<void>;
}

/** TCP between the server and one system of record. The same seed does the same to the same requests. */
export async function startFaultProxy(target: string, seed: number): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const random = seededRandom(seed);
  const arrivals: number[] = [];
  const open = new Set<Socket>();
  let fault: ConnectionFault | undefined;

  function serve(caller: Socket): void {
    const timers = new Set<NodeJS.Timeout>();
    let system: Socket | undefined;
    let onData: (chunk: Buffer) => void = () => undefined;
    open.add(caller);
    caller.on('error', () => undefined);
    caller.on('close', () => {
      open.delete(caller);
      timers.forEach(clearTimeout);
      system?.destroy();
    });
    const openSystem = () => {
      const socket = connect(Number(port), hostname);
      socket.on('data', (chunk: Buffer) => onData(chunk));
      socket.on('error', () => caller.destroy());
      socket.on('end', () => caller.end());
      return socket;
    };
    const exchangeOf = (request: Buffer): Exchange => ({
      caller,
      random,
      forward(listen) {
        onData = listen;
        system ??= openSystem();
        system.write(request);
      },
      later(work, delayMs) {
        const timer = setTimeout(() => {
          timers.delete(timer);
          work();
        }, delayMs);
        timers.add(timer);
      },
    });
    const read = createRequestReader((request) => {
      arrivals.push(performance.now());
      (fault === undefined ? pass : faults[fault])(exchangeOf(request));
    });
    caller.on('data', read);
  }

  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    suffer(next) {
      fault = next;
    },
    arrivals: () => arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        open.forEach((socket) => socket.destroy());
      }),
  };
}
