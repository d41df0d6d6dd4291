import { connect, createServer, type AddressInfo } from 'node:net';

export interface DroppingProxy {
  url: string;
  /** Answers thrown away so far. */
  dropped(): number;
  close(): Promise<void>;
}

/**
 * Passes every request on and cuts the connection when the first byte of the answer comes: the work is done, and whoever asked will never hear of it.
 */
export async function startDroppingProxy(target: string): Promise<DroppingProxy> {
  const { hostname, port } = new URL(target);
  let dropped = 0;
  const server = createServer((caller) => {
    const upstream = connect(Number(port), hostname);
    caller.pipe(upstream);
    caller.on('error', () => upstream.destroy());
    caller.on('close', () => upstream.destroy());
    upstream.on('error', () => caller.destroy());
    upstream.once('data', () => {
      dropped += 1;
      caller.destroy();
      upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    dropped: () => dropped,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
