import { createHash } from 'node:crypto';
import { failureOf } from '@/api/failures';
import { sendPhoto } from '@/api/send-photo';
import { signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const BEGIN = 'POST /claims/clm_1/photos';
const PIECE = 'PUT /claims/clm_1/photos/photo_1/content';
const FILE = Buffer.from('ten bytes!');
const CHUNK_BYTES = 4;

const arrived = (receivedBytes: number, over: object = {}) => ({
  photoId: 'photo_1',
  shot: 'ownFront',
  bytes: FILE.length,
  chunkBytes: CHUNK_BYTES,
  receivedBytes,
  complete: false,
  ...over,
});
const percents: number[] = [];
const send = () =>
  sendPhoto({
    door: { uploads: '/claims/clm_1/photos', form: '/claims/clm_1/photos/form' },
    shot: 'ownFront',
    ref: 'blob:of-the-dent',
    path: '',
    requestId: 'id-of-the-photo',
    onProgress: (percent) => percents.push(percent),
  });
const offsets = () =>
  server()
    .requestsTo(PIECE)
    .map(({ query }) => Number(query.get('offset')));
const begun = () =>
  server()
    .requestsTo(BEGIN)
    .map(({ headers }) => headers['idempotency-key']);

/** As a browser gives a file it has at hand; jsdom cannot read one. */
const fileAtHand = {
  size: FILE.length,
  type: 'image/jpeg',
  slice: (from: number, to: number) => ({
    arrayBuffer: () => Promise.resolve(Uint8Array.from(FILE.subarray(from, to)).buffer),
  }),
};
const before = globalThis.fetch;
beforeAll(() => {
  const answer = { blob: () => Promise.resolve(fileAtHand) };
  Object.assign(globalThis, { fetch: () => Promise.resolve(answer) });
});
afterAll(() => Object.assign(globalThis, { fetch: before }));
beforeEach(() => {
  signIn();
  percents.splice(0);
});

it('goes in pieces, the last one with the hash of the whole', async () => {
  const done = arrived(10, { complete: true, photo: { thumbUrl: '/photos/small' } });
  server().once(BEGIN, { status: 201, body: arrived(0) });
  server()
    .once(PIECE, { body: arrived(4) })
    .once(PIECE, { body: arrived(8) })
    .once(PIECE, { body: done });
  expect(await send()).toEqual({ id: 'photo_1', thumbUrl: '/photos/small' });
  expect(offsets()).toEqual([0, 4, 8]);
  const last = server().requestsTo(PIECE)[2];
  expect(last?.query.get('sha256')).toBe(createHash('sha256').update(FILE).digest('hex'));
  expect(last?.body).toBe('s!');
  expect(percents).toEqual([0, 40, 80, 100]);
});

it('after a break begins under the same id and sends nothing that has arrived', async () => {
  server().once(BEGIN, { status: 201, body: arrived(0) });
  server()
    .once(PIECE, { body: arrived(4) })
    .cutOnce(PIECE);
  const broken = await send().catch(failureOf);
  expect(broken).toEqual({ kind: 'uncertain' });
  server().once(BEGIN, { status: 201, body: arrived(8) });
  server().once(PIECE, { body: arrived(10, { complete: true }) });
  await send();
  expect(offsets()).toEqual([0, 4, 8]);
  expect(new Set(begun())).toEqual(new Set(['id-of-the-photo']));
});

it('that has arrived in whole is asked for and not sent again', async () => {
  server().once(BEGIN, { status: 201, body: arrived(10, { complete: true }) });
  expect(await send()).toEqual({ id: 'photo_1', thumbUrl: undefined });
  expect(offsets()).toEqual([]);
});

it('whose last answer was lost sends the last piece again, which is the same photo', async () => {
  server().once(BEGIN, { status: 201, body: arrived(10) });
  server().once(PIECE, { body: arrived(10, { complete: true }) });
  await send();
  expect(offsets()).toEqual([8]);
});
