/** The least a server can do with an upload: the bytes go to a file, nobody asks whose they are. What ours is compared with. */
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const folder = process.env.FOLDER ?? '';
let count = 0;

const server = createServer((request, response) => {
  count += 1;
  pipeline(request, createWriteStream(path.join(folder, String(count)))).then(
    () => response.end('{}'),
    () => response.destroy(),
  );
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`listening at http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
