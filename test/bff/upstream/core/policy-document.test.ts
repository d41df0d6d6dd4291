import { createSecretKey } from 'node:crypto';
import { createUpstream } from '../../../../bff/http/create-upstream';
import { digestOf } from '../../../../bff/http/representation-digest';
import { systemActor } from '../../../../bff/http/service-token';
import type { Upstream } from '../../../../bff/http/upstream-client';
import { createCorePolicies } from '../../../../bff/upstream/core/policies';
import {
  bytes,
  flood,
  scriptedServer,
  trickle,
  type ScriptedServer,
  type Step,
} from '../../http/scripted-server';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 0x80), Buffer.from('\n%%EOF\n')]);
const PDF_HEAD = { 'Content-Type': 'application/pdf' };
const MB = 1024 * 1024;

let server: ScriptedServer;
let upstream: Upstream;
beforeEach(async () => {
  server = await scriptedServer();
  const serviceKey = createSecretKey(Buffer.alloc(32, 7));
  upstream = createUpstream({
    name: 'core',
    baseUrl: server.url,
    serviceKey,
    readDeadlineMs: 500,
    writeDeadlineMs: 500,
  });
});
afterEach(async () => {
  await upstream.close();
  await server.close();
});

const read = () => createCorePolicies(upstream).policyDocument({ actor: systemActor }, 'pol_1');
const nameOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'a document',
    ({ name }: Error) => name,
  );

/** No length and no chunks: the end of the connection is the end of the body, also when something on the way made it. */
const untilTheConnectionEnds =
  (body: Buffer): Step =>
  (request) => {
    request.socket.end(
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nConnection: close\r\n\r\n'),
        body,
      ]),
    );
  };

const cutOf =
  (headers: Record<string, string>): Step =>
  (request, response) => {
    response.writeHead(200, { ...PDF_HEAD, ...headers });
    response.write(PDF.subarray(0, PDF.length / 2), () => request.socket.destroy());
  };

describe('the e-policy of a real core', () => {
  it('arrives byte for byte, with and without a digest', async () => {
    server.play(bytes(200, { ...PDF_HEAD, 'Repr-Digest': digestOf(PDF) }, PDF), bytes(200, PDF_HEAD, PDF));
    expect((await read()).bytes.equals(PDF)).toBe(true);
    expect((await read()).bytes.equals(PDF)).toBe(true);
  });

  it.each<[string, Step, string]>([
    ['cut before its length', cutOf({ 'Content-Length': String(PDF.length) }), 'UpstreamAway'],
    ['cut between two chunks', cutOf({}), 'UpstreamAway'],
    [
      'cut where nothing tells its length',
      untilTheConnectionEnds(PDF.subarray(0, 200_000)),
      'UpstreamContractBroken',
    ],
    ['that trickles', trickle, 'UpstreamAway'],
    ['without end', flood, 'UpstreamContractBroken'],
    [
      'larger than is ever held',
      bytes(200, PDF_HEAD, Buffer.concat([PDF.subarray(0, -7), Buffer.alloc(2 * MB), PDF.subarray(-7)])),
      'UpstreamContractBroken',
    ],
    ['that is a page', bytes(200, PDF_HEAD, '<h1>Bad gateway</h1>'), 'UpstreamContractBroken'],
    ['of another type', bytes(200, { 'Content-Type': 'text/html' }, PDF), 'UpstreamContractBroken'],
    [
      'other than its digest',
      bytes(200, { ...PDF_HEAD, 'Repr-Digest': digestOf(PDF.subarray(1)) }, PDF),
      'UpstreamContractBroken',
    ],
  ])('%s is no document', async (_name, step, failure) => {
    server.play(step);
    expect(await nameOf(read())).toBe(failure);
  });

  it('without a length is one when it is whole', async () => {
    server.play(untilTheConnectionEnds(PDF));
    expect((await read()).bytes.equals(PDF)).toBe(true);
  });
});
