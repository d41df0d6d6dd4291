/** The least a proxy can do: bytes in, bytes out, no question asked. What everything else is compared with. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

const pool = new Pool(process.env.TARGET ?? '', { connections: 64, pipelining: 1 });

const server = createServer((request, response) => {
  const target = {
    path: request.url ?? '/',
    method: 'GET' as const,
    headers: { authorization: request.headers.authorization ?? '' },
    opaque: response,
  };
  pool
    .stream(target, ({ statusCode, headers }) => {
      response.writeHead(statusCode, { 'Content-Type': String(headers['content-type']) });
      return response;
    })
    .catch(() => response.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`listening at http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
