import { connect } from 'node:net';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { defineRoute } from '../../../bff/http/route';
import { expectProblem, open, post, send, startApp, type StartedApp } from './kit-app';

let app: StartedApp;
const anything = z.record(z.string(), z.any());

beforeAll(async () => {
  const echo = defineRoute({
    method: 'post',
    path: '/echo',
    summary: 's',
    tag: 't',
    access: open,
    idempotency: { kind: 'natural', why: 'changes nothing' },
    body: anything,
    answers: { 200: anything },
    handle: ({ body }) => ({ status: 200, body }),
  });
  app = await startApp([echo]);
});
afterAll(() => app.close());

const echo = () => `${app.url}/echo`;
const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a JSON body', () => {
  it('arrives as it was sent, with emoji, escapes and brackets inside strings', async () => {
    const body = { 'a"b': '😀 {[[[ \\" 鲁A12345', deep: [[{ x: null }]], n: 1.5 };
    expect((await post(echo(), body)).body).toEqual(body);
  });

  it('may nest 32 levels', async () => {
    expect((await post(echo(), nested(31))).status).toBe(200);
  });

  it.each([
    ['malformed JSON', '{"a":', 400, 'MALFORMED_BODY'],
    ['two values', '{} {}', 400, 'MALFORMED_BODY'],
    ['a single quote', "{'a':1}", 400, 'MALFORMED_BODY'],
    ['33 levels', nested(32), 400, 'BODY_TOO_DEEP'],
    ['49,000 levels', nested(49_000), 400, 'BODY_TOO_DEEP'],
    ['49,000 levels that never close', `{"a":${'['.repeat(49_000)}`, 400, 'BODY_TOO_DEEP'],
    ['a repeated key', '{"a":1,"b":{"c":1},"a":2}', 400, 'MALFORMED_BODY'],
    ['a repeated key in disguise', '{"a":1,"\\u0061":2}', 400, 'MALFORMED_BODY'],
    ['__proto__', '{"__proto__":{"role":"operator"}}', 422, 'INVALID_INPUT'],
    ['__proto__ deep inside', '{"a":[{"__proto__":1}]}', 422, 'INVALID_INPUT'],
    ['__proto__ in disguise', '{"__pr\\u006fto__":1}', 422, 'INVALID_INPUT'],
    ['half a surrogate pair', '{"a":["x\\ud800"]}', 422, 'INVALID_INPUT'],
    ['NUL', '{"a":"\\u0000"}', 422, 'INVALID_INPUT'],
    ['NUL in a key', '{"\\u0000":1}', 422, 'INVALID_INPUT'],
    ['an array where an object belongs', '[]', 422, 'INVALID_INPUT'],
    ['more than the limit', JSON.stringify({ a: 'x'.repeat(102_400) }), 413, 'BODY_TOO_LARGE'],
  ])('is refused with %s', async (_name, body, status, code) => {
    expectProblem(await post(echo(), body), status, code);
  });

  it('gets its answer through even when it is far too large', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(20_000_000) });
    for (let round = 0; round < 5; round += 1) expectProblem(await post(echo(), body), 413, 'BODY_TOO_LARGE');
  });

  it('leaves the connection usable after a refusal', async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    const head = 'Host: x\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello';
    socket.write(`POST /echo HTTP/1.1\r\n${head}POST /nowhere HTTP/1.1\r\nConnection: close\r\n${head}`);
    await new Promise((resolve) => socket.on('close', resolve));
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 415', 'HTTP/1.1 404']);
  });

  it('never makes the server fail, whatever it holds', async () => {
    const seed = Date.now() % 2 ** 31;
    const anyText = fc.oneof(
      fc.json({ maxDepth: 6 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '{', '[[', '"\\', 'nul'),
    );
    const holds = fc.asyncProperty(anyText, async (text) => {
      const { status } = await post(echo(), text);
      expect([200, 400, 422]).toContain(status);
    });
    // The seed stands in the message of a failure.
    await fc.assert(holds, { seed, numRuns: 100 });
  }, 60_000);

  it('says which field holds the bad text', async () => {
    const reply = await post(echo(), '{"note":["x\\ud800"]}');
    expect(reply.body.errors).toEqual([expect.objectContaining({ path: 'note.0', code: 'UNSAFE_TEXT' })]);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=gbk',
    'application/xml',
  ])('is refused as %s', async (mediaType) => {
    expectProblem(await post(echo(), '{}', { 'content-type': mediaType }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('is refused when compressed, before anything is inflated', async () => {
    expectProblem(await post(echo(), '{}', { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('is refused when it is not UTF-8', async () => {
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const headers = { 'content-type': 'application/json' };
    expectProblem(await send(echo(), { method: 'POST', body: bytes, headers }), 400, 'MALFORMED_BODY');
  });

  it('is a missing body to the schema when nothing came', async () => {
    expectProblem(await send(echo(), { method: 'POST' }), 422, 'INVALID_INPUT');
  });

  it('is counted while it streams, without a length', async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    const done = new Promise((resolve) => socket.on('close', resolve));
    socket.on('data', (chunk) => (answer += chunk.toString())).on('error', () => undefined);
    socket.write(
      'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const part = 'x'.repeat(20_000);
    for (let sent = 0; sent < 8; sent += 1) socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    await done;
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*BODY_TOO_LARGE/);
  });
});
