import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { mountWebFiles } from '../../../bff/http/web-files';
import { temporaryFolder } from '../../support/run-folder';

const SCRIPT = '/js/app.0a1b2c3d.js';
const STYLE = '/css/home.0a1b2c3d.css';
const HOME = '/features/home/pages/home/index';
const VOUCHERS = '/features/vouchers/pages/list/index';
const code = 'console.log("车主");'.repeat(200);

interface Answer {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

let server: http.Server;

/** Plain Node: fetch would unpack the answer by itself. */
const ask = (address: string, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    http
      .get({ host: '127.0.0.1', port, path: address, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
        );
      })
      .on('error', reject);
  });

beforeAll(async () => {
  const root = temporaryFolder('web-files');
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  write(SCRIPT, code);
  write(`${SCRIPT}.map`, '{}');
  write(STYLE, 'a{color:red}');
  write('/index.html', `<!doctype html><script src="${SCRIPT}"></script>${' '.repeat(2000)}`);
  write('/service-worker.js', 'self;');
  write('/pages.json', JSON.stringify({ [HOME]: [STYLE, SCRIPT], [VOUCHERS]: [STYLE] }));
  const app = express();
  mountWebFiles(app, root);
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Brotli at its best is made once somebody has asked; until it is there, whoever asks gets gzip. */
async function untilBrotli(address: string): Promise<Answer> {
  for (;;) {
    const answer = await ask(address, { 'Accept-Encoding': 'br, gzip' });
    if (answer.headers['content-encoding'] !== 'gzip') return answer;
    expect(gunzipSync(answer.body).length).toBeGreaterThan(0);
  }
}

it('sends a script as brotli, as gzip or as it is, and says that it depends on who asks', async () => {
  const plain = await ask(SCRIPT);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(code);
  const gzipped = await ask(SCRIPT, { 'Accept-Encoding': 'gzip' });
  expect(gzipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzipped.body).toString()).toBe(code);
  const brotli = await untilBrotli(SCRIPT);
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(code);
  for (const { headers, body } of [plain, gzipped, brotli]) {
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-length']).toBe(String(body.length));
  }
});

it('lets a browser keep what is named by its content, and nothing else', async () => {
  const cached = async (address: string) => (await ask(address)).headers['cache-control'];
  expect(await cached(SCRIPT)).toBe('public, max-age=31536000, immutable');
  expect(await cached(STYLE)).toBe('public, max-age=31536000, immutable');
  expect(await cached('/')).toBe('no-cache');
  expect(await cached('/service-worker.js')).toBe('no-cache');
});

it('names the files of the page that is opened, so that they travel with the first script', async () => {
  const named = async (address: string) => (await ask(address, { Accept: 'text/html' })).headers.link;
  const home = `<${STYLE}>; rel=preload; as=style, <${SCRIPT}>; rel=preload; as=script`;
  expect(await named('/')).toBe(home);
  expect(await named(HOME)).toBe(home);
  expect(await named(`${VOUCHERS}?id=1`)).toBe(`<${STYLE}>; rel=preload; as=style`);
  expect(await named('/features/unknown')).toBeUndefined();
  expect(await named(SCRIPT)).toBeUndefined();
});

it('serves neither source maps, nor the list of pages, nor anything outside the build', async () => {
  for (const address of [`${SCRIPT}.map`, '/pages.json', '/..%2f..%2fpackage.json', '/js/absent.js']) {
    expect((await ask(address)).status).toBe(404);
  }
});
