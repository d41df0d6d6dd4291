import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { colourAt, halves, noise } from '../../photos/pictures';
import { begin, pieceAt, put, sendInPieces, sendRest, sha256Of, type UploadState } from '../../photos/pieces';
import type { Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

const KB_256 = 256 * 1024;

let product: MemberStack;
let member: Caller;
let claimId: string;
let file: Buffer;
beforeAll(async () => {
  product = await startMemberStack();
  ({ member } = product);
  claimId = await newClaim();
  file = await noise();
});
afterAll(() => product.stop());

async function newClaim(): Promise<string> {
  const { body } = await member.post<{ id: string }>('/claims', {
    plate: '鲁A7K315',
    scenario: 'rearEnd',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路' },
    driverName: '张建国',
    contactPhone: '13800000001',
  });
  return body.id;
}

async function begun(bytes = file, claim = claimId): Promise<string> {
  const { body } = await begin(member, claim, bytes);
  return `/claims/${claim}/photos/${body.photoId}`;
}

const idOf = (address: string) => address.split('/').at(-1) ?? '';
const photosOf = async (claim: string) =>
  (await member.get<{ items: { id: string }[] }>(`/claims/${claim}/photos`)).body.items.map(({ id }) => id);

async function pictureAt(url: string): Promise<Buffer> {
  const response = await fetch(product.stack.baseUrl + url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const folderOf = (photoId: string) => path.join(product.stack.config.dataDir, 'photos', photoId.slice(-2));

async function storedFiles(photoId: string): Promise<string[]> {
  const names = await readdir(folderOf(photoId)).catch(() => []);
  return names.filter((name) => name.startsWith(photoId)).sort();
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error('it did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a photo in pieces', () => {
  test('becomes a photo like any other: upright, without a place, known to core, its pieces gone', async () => {
    const sideways = await halves({ orientation: 6 });
    const { status, body } = await sendInPieces(member, claimId, sideways, { shot: 'ownRear' });
    expect([status, body.complete, body.shot]).toEqual([200, true, 'ownRear']);
    const picture = await pictureAt(body.photo?.url ?? '');
    const metadata = await sharp(picture).metadata();
    expect(metadata).toMatchObject({ width: 300, height: 600 });
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    expect(await colourAt(picture, 150, 5)).toBe('red');
    expect(await photosOf(claimId)).toContain(body.photoId);
    expect(await storedFiles(body.photoId)).toEqual([`${body.photoId}-full`, `${body.photoId}-thumb`]);
    const core = product.stack.database.pool('core');
    await eventually(async () => {
      const { rowCount } = await core.query('select 1 from claim_photos where photo_id = $1', [body.photoId]);
      return rowCount === 1;
    });
  });

  test('three arrive side by side, each whole', async () => {
    const files = await Promise.all([2, 3, 4].map((seed) => noise({ seed })));
    const claim = await newClaim();
    const answers = await Promise.all(files.map((one) => sendInPieces(member, claim, one)));
    expect(answers.map(({ body }) => body.complete)).toEqual([true, true, true]);
    expect((await photosOf(claim)).sort()).toEqual(answers.map(({ body }) => body.photoId).sort());
  });

  test('can be asked how far it is, lies sealed meanwhile, and goes on from there', async () => {
    const address = await begun();
    await sendRest(member, address, file, { until: KB_256 });
    const { body } = await member.get<UploadState>(address);
    expect(body).toMatchObject({ receivedBytes: KB_256, complete: false, bytes: file.length });
    const [name = ''] = await storedFiles(idOf(address));
    const stored = await readFile(path.join(folderOf(idOf(address)), name));
    expect(stored.includes(file.subarray(1000, 1032))).toBe(false);
    expect((await sendRest(member, address, file)).body.complete).toBe(true);
  });

  test('begun twice with one request id is one upload, and tells what has arrived', async () => {
    const key = randomUUID();
    const first = await begin(member, claimId, file, { key });
    const address = `/claims/${claimId}/photos/${first.body.photoId}`;
    await sendRest(member, address, file, { until: KB_256 });
    const again = await begin(member, claimId, file, { key });
    expect(again.body).toMatchObject({ photoId: first.body.photoId, receivedBytes: KB_256 });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await begin(member, claimId, file, { key, shot: 'ownRear' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('what a bad network does', () => {
  test('a piece that comes twice, one after the other or at once, changes nothing', async () => {
    const address = await begun();
    const first = pieceAt(file, 0, KB_256);
    const atOnce = await Promise.all([put(member, address, first), put(member, address, first)]);
    const later = await put(member, address, first);
    for (const { status, body } of [...atOnce, later]) {
      expect([status, body.receivedBytes]).toEqual([200, KB_256]);
    }
    expect((await sendRest(member, address, file)).body.complete).toBe(true);
  });

  test('a gap is told with where to go on, and nothing was kept', async () => {
    const address = await begun();
    await put(member, address, pieceAt(file, 0, KB_256));
    const gap = await put(member, address, { offset: 2 * KB_256, bytes: file.subarray(2 * KB_256) });
    expect(gap).toMatchObject({ status: 409, body: { code: 'PHOTO_GAP', receivedBytes: KB_256 } });
    expect((await member.get<UploadState>(address)).body.receivedBytes).toBe(KB_256);
  });

  test('the answer to the last piece may be lost: asked again, it is the same photo', async () => {
    const address = await begun();
    const done = await sendRest(member, address, file);
    const last = pieceAt(file, Math.floor((file.length - 1) / KB_256) * KB_256, KB_256);
    const again = await put(member, address, last);
    expect([again.status, again.body.photo?.id]).toEqual([200, done.body.photo?.id]);
    const twice = (await photosOf(claimId)).filter((id) => id === done.body.photoId);
    expect(twice).toHaveLength(1);
  });

  test('the last piece sent five times at once makes one photo', async () => {
    const claim = await newClaim();
    const address = await begun(file, claim);
    const offset = Math.floor((file.length - 1) / KB_256) * KB_256;
    await sendRest(member, address, file, { until: offset });
    const last = pieceAt(file, offset, KB_256);
    const answers = await Promise.all(Array.from({ length: 5 }, () => put(member, address, last)));
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect((await put(member, address, last)).body.complete).toBe(true);
    expect(await photosOf(claim)).toEqual([idOf(address)]);
  });

  test('a piece that the storage has lost is asked for again, those before it are not', async () => {
    const address = await begun();
    const offset = Math.floor((file.length - 1) / KB_256) * KB_256;
    await sendRest(member, address, file, { until: offset });
    await rm(path.join(folderOf(idOf(address)), `${idOf(address)}-c01`));
    const told = await put(member, address, pieceAt(file, offset, KB_256));
    expect(told).toMatchObject({ status: 409, body: { code: 'PHOTO_GAP', receivedBytes: KB_256 } });
    expect((await sendRest(member, address, file)).body.complete).toBe(true);
  });

  test('a piece that was tampered with in the storage is not believed', async () => {
    const address = await begun();
    const offset = Math.floor((file.length - 1) / KB_256) * KB_256;
    await sendRest(member, address, file, { until: offset });
    const stored = path.join(folderOf(idOf(address)), `${idOf(address)}-c00`);
    const bytes = await readFile(stored);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    await writeFile(stored, bytes);
    const told = await put(member, address, pieceAt(file, offset, KB_256));
    expect(told).toMatchObject({ status: 409, body: { code: 'PHOTO_GAP', receivedBytes: 0 } });
  });
});

describe('what is refused', () => {
  test('a file that has changed: a piece, or the whole', async () => {
    const other = await noise({ seed: 9 });
    const address = await begun();
    await put(member, address, pieceAt(file, 0, KB_256));
    const piece = await put(member, address, pieceAt(other, 0, KB_256));
    expect(piece).toMatchObject({ status: 422, body: { code: 'PHOTO_CHANGED', receivedBytes: KB_256 } });
    const mixed = Buffer.concat([file.subarray(0, -10), Buffer.alloc(10)]);
    await sendRest(member, address, file, { until: Math.floor((file.length - 1) / KB_256) * KB_256 });
    const offset = (await member.get<UploadState>(address)).body.receivedBytes;
    const whole = await put(member, address, {
      offset,
      bytes: mixed.subarray(offset),
      sha256: sha256Of(file),
    });
    expect(whole).toMatchObject({ status: 422, body: { code: 'PHOTO_CHANGED', receivedBytes: 0 } });
    expect((await sendRest(member, address, file)).body.complete).toBe(true);
  });

  test('what is no picture, at its first piece', async () => {
    const text = Buffer.alloc(KB_256 * 2, 'just words ');
    const answer = await sendInPieces(member, claimId, text);
    expect([answer.status, answer.body.code]).toEqual([422, 'PHOTO_NOT_A_PICTURE']);
    const broken = Buffer.concat([file.subarray(0, 4000), Buffer.alloc(KB_256)]);
    const late = await sendInPieces(member, claimId, broken);
    expect([late.status, late.body.code]).toEqual([422, 'PHOTO_BROKEN']);
  });

  test.each([
    [{ bytes: 10 * 1024 * 1024 + 1 }, 'PHOTO_TOO_LARGE'],
    [{ mediaType: 'image/heic' }, 'PHOTO_FORMAT_UNSUPPORTED'],
    [{ mediaType: 'image/svg+xml' }, 'PHOTO_FORMAT_UNSUPPORTED'],
    [{ bytes: 0 }, 'INVALID_INPUT'],
    [{ shot: 'selfie' }, 'INVALID_INPUT'],
  ])('%p before anything was sent', async (what, code) => {
    const { status, body } = await begin(member, claimId, file, what);
    expect([status, body.code]).toEqual([422, code]);
  });

  test('pieces of another length, at another place, in another form', async () => {
    const address = await begun();
    const good = pieceAt(file, 0, KB_256);
    const refused = await Promise.all([
      put(member, address, { offset: 0, bytes: file.subarray(0, 1000) }),
      put(member, address, { offset: 0, bytes: file.subarray(0, KB_256 + 1) }),
      put(member, address, { offset: 100, bytes: good.bytes }),
      put(member, address, { offset: 40 * KB_256, bytes: good.bytes }),
      put(member, address, { ...good, sha256: sha256Of(file) }),
    ]);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([422, 'PHOTO_WRONG_PIECE']);
    const json = await put(member, address, { ...good, headers: { 'Content-Type': 'application/json' } });
    expect(json.status).toBe(415);
    const hashless = await member.send('PUT', `${address}/content?offset=0&final=true`, { raw: 'x' });
    expect(hashless.status).toBe(422);
    expect((await member.get<UploadState>(address)).body.receivedBytes).toBe(0);
  });

  test('anybody else: neither to look, nor to send, nor to take back', async () => {
    const address = await begun();
    const tries = await Promise.all([
      product.other.get(address),
      put(product.other, address, pieceAt(file, 0, KB_256)),
      product.other.send('DELETE', address),
      begin(product.other, claimId, file),
      member.get(`/claims/demo_claim_open/photos/${idOf(address)}`),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await member.get(address)).status).toBe(200);
  });

  test('the 31st, and none of the thirty is touched', async () => {
    const claim = await newClaim();
    const small = await halves({ width: 40, height: 20 });
    const addresses: string[] = [];
    for (let count = 0; count < 33; count += 1) addresses.push(await begun(small, claim));
    const statuses: number[] = [];
    for (let at = 0; at < addresses.length; at += 3) {
      const three = addresses.slice(at, at + 3);
      const answers = await Promise.all(three.map((one) => sendRest(member, one, small)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.filter((status) => status === 409)).toHaveLength(3);
    expect(await photosOf(claim)).toHaveLength(30);
    expect((await begin(member, claim, small)).body.code).toBe('PHOTO_LIMIT_REACHED');
    const [first = ''] = await photosOf(claim);
    await member.send('DELETE', `/claims/${claim}/photos/${first}`);
    const waiting = addresses[statuses.indexOf(409)] ?? '';
    const last = await put(member, waiting, pieceAt(small, 0, KB_256));
    expect(last.body.complete).toBe(true);
  });
});

test('taken back half-way, it cannot be gone on with', async () => {
  const address = await begun();
  await sendRest(member, address, file, { until: KB_256 });
  expect((await member.send('DELETE', address)).status).toBe(204);
  const after = [await member.get(address), await put(member, address, pieceAt(file, KB_256, KB_256))];
  expect(after.map(({ status }) => status)).toEqual([404, 404]);
  const { rows } = await product.stack.pool.query(
    'select state, content_key_sealed from photo_uploads where id = $1',
    [idOf(address)],
  );
  expect(rows).toEqual([{ state: 'givenUp', content_key_sealed: null }]);
});
