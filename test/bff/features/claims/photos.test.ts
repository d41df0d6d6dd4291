import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { colourAt, halves, readPhoto, realPhotos } from '../../photos/pictures';
import { anonymous, type Caller, type Reply } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Photo {
  id: string;
  photoId: string;
  shot: string;
  state: string;
  url: string;
  thumbUrl: string;
  urlExpiresAt: string;
}

let product: MemberStack;
let claimId: string;
beforeAll(async () => {
  product = await startMemberStack();
  claimId = await newClaim(product.member);
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function newClaim(caller: Caller): Promise<string> {
  const { body } = await caller.post<{ id: string }>('/claims', {
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

interface Uploading {
  claim?: string;
  shot?: string;
  key?: string;
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

function formOf(
  bytes: Buffer,
  { shot = 'ownFront', name = 'file', type = 'image/jpeg', fields = {} }: Uploading,
) {
  const form = new FormData();
  form.append(name, new Blob([new Uint8Array(bytes)], { type }), 'photo.jpg');
  if (shot) form.append('shot', shot);
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
}

function upload(caller: Caller, bytes: Buffer, options: Uploading = {}): Promise<Reply<Photo>> {
  return caller.send<Photo>('POST', `/claims/${options.claim ?? claimId}/photos/form`, {
    raw: formOf(bytes, options),
    key: options.key ?? randomUUID(),
  });
}

/** As a phone does: 503 says that nothing was done, so the same request comes again. */
async function uploadPatiently(caller: Caller, bytes: Buffer, options: Uploading): Promise<Reply<Photo>> {
  const sameRequest = { ...options, key: randomUUID() };
  let answer = await upload(caller, bytes, sameRequest);
  for (let tries = 0; answer.status === 503 && tries < 20; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    answer = await upload(caller, bytes, sameRequest);
  }
  return answer;
}

/** A form whose file has this many bytes, sent piece by piece as a phone does. */
function formOfSize(bytes: number): ReadableStream {
  const part = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  const piece = Buffer.alloc(64 * 1024, 7);
  function* pieces() {
    yield Buffer.from(part);
    for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
    yield Buffer.from('\r\n--edge--\r\n');
  }
  return Readable.toWeb(Readable.from(pieces())) as ReadableStream;
}

async function pictureAt(url: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(product.stack.baseUrl + url);
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

const listOf = async (caller: Caller, claim = claimId) =>
  (await caller.get<{ items: Photo[] }>(`/claims/${claim}/photos`)).body.items;

/** What core has been told, as its own database says. */
async function knownToCore(photoId: string): Promise<boolean> {
  const { rows } = await product.stack.database
    .pool('core')
    .query<{ there: boolean }>(
      'select exists (select 1 from claim_photos where photo_id = $1 and removed_at is null) as there',
      [photoId],
    );
  return rows[0]?.there ?? false;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error('it did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a photo of a claim', () => {
  test('taken sideways comes back upright, without the place, and core learns of it', async () => {
    const { status, body } = await upload(product.member, await halves({ orientation: 6 }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ shot: 'ownFront', state: 'received', photoId: body.id, complete: true });
    const { bytes, headers } = await pictureAt(body.url);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 300, height: 600 });
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined]);
    expect(await colourAt(bytes, 150, 5)).toBe('red');
    expect(await colourAt(bytes, 150, 595)).toBe('blue');
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(/^private, max-age=\d+/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    await eventually(() => knownToCore(body.id));
  });

  test('has a small one beside it and stands in the claim', async () => {
    const { body } = await upload(product.member, await halves({ width: 1600, height: 800 }), {
      shot: 'contactPoint',
    });
    const thumb = await sharp((await pictureAt(body.thumbUrl)).bytes).metadata();
    expect([thumb.width, thumb.height]).toEqual([480, 240]);
    const detail = await product.member.get<{ photos: { received: Photo[] } }>(`/claims/${claimId}`);
    expect(detail.body.photos.received.map(({ id }) => id)).toContain(body.id);
  });

  test('lies encrypted, and nothing of the upload stays behind', async () => {
    const { body } = await upload(product.member, await halves());
    const { dataDir } = product.stack.config;
    const file = path.join(dataDir, 'photos', body.id.slice(-2), `${body.id}-full`);
    const stored = await readFile(file);
    expect(stored.subarray(0, 3)).not.toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    await expect(sharp(stored).metadata()).rejects.toThrow();
    expect(await readdir(path.join(dataDir, 'uploads'))).toEqual([]);
  });

  test('sent twice is one photo with the same answer', async () => {
    const before = (await listOf(product.member)).length;
    const bytes = await halves({ width: 320, height: 200 });
    const key = randomUUID();
    const first = await upload(product.member, bytes, { key });
    const again = await upload(product.member, bytes, { key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await listOf(product.member)).toHaveLength(before + 1);
  });

  test('with a used request id and another picture or another shot is refused', async () => {
    const key = randomUUID();
    await upload(product.member, await halves(), { key });
    const otherPicture = await upload(product.member, await halves({ width: 100, height: 50 }), { key });
    const otherShot = await upload(product.member, await halves(), { key, shot: 'ownRear' });
    for (const { status, body } of [otherPicture, otherShot]) {
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    }
  });

  test('can be taken back, twice if need be, and is unreadable from then on', async () => {
    const { body } = await upload(product.member, await halves());
    await eventually(() => knownToCore(body.id));
    const address = `/claims/${claimId}/photos/${body.id}`;
    expect((await product.other.send('DELETE', address)).status).toBe(404);
    expect((await product.member.send('DELETE', address)).status).toBe(204);
    expect((await product.member.send('DELETE', address)).status).toBe(204);
    expect((await pictureAt(body.url)).status).toBe(404);
    expect((await listOf(product.member)).map(({ id }) => id)).not.toContain(body.id);
    await eventually(async () => !(await knownToCore(body.id)));
  });

  test('is shown by its signed address alone: a changed one is nothing', async () => {
    const { body } = await upload(product.member, await halves());
    const url = new URL(body.url, product.stack.baseUrl);
    const changes: [string, string][] = [
      ['signature', 'A'.repeat(43)],
      ['expires', String(Number(url.searchParams.get('expires')) + 600)],
    ];
    for (const [name, value] of changes) {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      expect((await fetch(changed)).status).toBe(404);
    }
    expect((await fetch(url.href.replace('/content', '/thumb'))).status).toBe(404);
    expect((await fetch(url.href.split('?')[0] ?? '')).status).toBe(422);
    expect(body.url).not.toMatch(/138|Bearer|token/);
  });

  test('of a claim that is not one’s own cannot be sent, listed or guessed', async () => {
    const foreign = await upload(product.other, await halves());
    expect(foreign.status).toBe(404);
    const none = await upload(product.member, await halves(), { claim: 'claim_none' });
    expect(none.status).toBe(404);
    expect((await product.other.get(`/claims/${claimId}/photos`)).status).toBe(404);
    expect((await upload(anonymous(product.stack), await halves())).status).toBe(401);
  });

  test('the thirty-first is refused, also when many arrive at once', async () => {
    const claim = await newClaim(product.member);
    const bytes = await halves({ width: 40, height: 20 });
    await Promise.all(Array.from({ length: 20 }, () => uploadPatiently(product.member, bytes, { claim })));
    const last = await Promise.all(
      Array.from({ length: 14 }, () => uploadPatiently(product.member, bytes, { claim })),
    );
    const statuses = last.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(409)]);
    expect(last.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'PHOTO_LIMIT_REACHED' });
    expect(await listOf(product.member, claim)).toHaveLength(30);
  });
});

/** Files of a photo that still lie in the storage. */
async function storedFiles(photoId: string): Promise<string[]> {
  const folder = path.join(product.stack.config.dataDir, 'photos', photoId.slice(-2));
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(photoId));
}

describe('what a crash or an outage leaves behind', () => {
  test('the bytes of a removed photo leave the storage', async () => {
    const { body } = await upload(product.member, await halves());
    expect(await storedFiles(body.id)).toHaveLength(2);
    await product.member.send('DELETE', `/claims/${claimId}/photos/${body.id}`);
    await eventually(async () => (await storedFiles(body.id)).length === 0);
  });

  test('a photo that a dead process was storing is tidied away, its slot is free again', async () => {
    const { body } = await upload(product.member, await halves());
    await product.stack.pool.query(
      `update claim_photos set state = 'storing', announced_at = null, due_at = now() - interval '1 second' where id = $1`,
      [body.id],
    );
    expect((await pictureAt(body.url)).status).toBe(404);
    await eventually(async () => (await storedFiles(body.id)).length === 0);
    const { rows } = await product.stack.pool.query<{ state: string; gone: boolean }>(
      'select state, content_key_sealed is null as gone from claim_photos where id = $1',
      [body.id],
    );
    expect(rows).toEqual([{ state: 'removed', gone: true }]);
  });

  test('a photo taken back while core was away is taken back there too', async () => {
    const { body } = await upload(product.member, await halves());
    await eventually(() => knownToCore(body.id));
    product.core.break('away');
    const answer = await product.member.send('DELETE', `/claims/${claimId}/photos/${body.id}`);
    expect(answer.status).toBe(204);
    expect(await knownToCore(body.id)).toBe(true);
    await product.healAll();
    await eventually(async () => !(await knownToCore(body.id)));
  });
});

describe('what is not a photo', () => {
  test.each([
    ['a text', Buffer.from('just some words'), 'PHOTO_NOT_A_PICTURE'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'PHOTO_NOT_A_PICTURE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_NOT_A_PICTURE'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'PHOTO_FORMAT_UNSUPPORTED'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'PHOTO_FORMAT_UNSUPPORTED'],
    ['a broken JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]), 'PHOTO_BROKEN'],
    ['nothing', Buffer.alloc(0), 'PHOTO_MISSING'],
  ])('%s is refused with what to do', async (_what, bytes, code) => {
    const { status, body, headers } = await upload(product.member, bytes);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/请/) });
  });

  test.each([
    ['a little more than 10 MB', 10 * 1024 * 1024 + 1],
    ['far more than 10 MB', 41 * 1024 * 1024],
  ])('%s is refused, and the answer arrives although the file was still coming', async (_what, bytes) => {
    const { status, body } = await product.member.send('POST', `/claims/${claimId}/photos/form`, {
      raw: formOfSize(bytes),
      headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'PHOTO_TOO_LARGE', detail: expect.stringContaining('10 MB') });
  });

  test('forms are refused that hold no file, two, an unknown shot or an unknown field', async () => {
    const picture = await halves({ width: 40, height: 20 });
    const two = formOf(picture, {});
    two.append('file', new Blob([new Uint8Array(picture)]), 'b.jpg');
    const form = `/claims/${claimId}/photos/form`;
    const answers = await Promise.all([
      upload(product.member, picture, { name: 'picture' }),
      product.member.send('POST', form, { raw: two }),
      upload(product.member, picture, { shot: 'selfie' }),
      upload(product.member, picture, { shot: '' }),
      upload(product.member, picture, { fields: { owner: 'me' } }),
      upload(product.member, picture, { fields: { __proto__x: '1' } }),
    ]);
    expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
      [422, 'PHOTO_MISSING'],
      [422, 'PHOTO_ONE_AT_A_TIME'],
      [422, 'INVALID_INPUT'],
      [422, 'INVALID_INPUT'],
      [422, 'INVALID_INPUT'],
      [422, 'INVALID_INPUT'],
    ]);
  });

  test('other media types, broken forms and missing request ids are told apart', async () => {
    const address = `/claims/${claimId}/photos/form`;
    const json = await product.member.send('POST', address, { body: { shot: 'ownFront' } });
    expect([json.status, json.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const cut = await product.member.send('POST', address, {
      raw: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    });
    expect([cut.status, cut.body.code]).toEqual([400, 'MALFORMED_BODY']);
    const keyless = await product.member.send('POST', address, {
      raw: formOf(await halves({ width: 40, height: 20 }), {}),
      key: null,
    });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
  });
});

describe('while core is away', () => {
  test('a photo of a claim that was seen before is kept, and announced when core is back', async () => {
    await product.member.get(`/claims/${claimId}`);
    product.core.break('away');
    const { status, body } = await upload(product.member, await halves());
    expect(status).toBe(201);
    expect((await pictureAt(body.url)).status).toBe(200);
    expect(await knownToCore(body.id)).toBe(false);
    product.core.heal();
    await eventually(() => knownToCore(body.id));
  });

  test('nobody gets at a claim that is not known to be theirs', async () => {
    product.core.break('away');
    expect((await upload(product.other, await halves())).status).toBe(503);
  });
});

const photographs = realPhotos(/^(camera-gps|phone-rotated|iphone).*\.jpg$/);
const testReal = photographs.length > 0 ? test : test.skip; // made pictures cover the same where no collection is at hand

testReal('real photographs come back upright and without a place', async () => {
  const claim = await newClaim(product.member);
  for (const file of photographs) {
    const before = await sharp(file).metadata();
    const { status, body } = await upload(product.member, readPhoto(file), { claim });
    expect(status).toBe(201);
    const after = await sharp((await pictureAt(body.url)).bytes).metadata();
    expect([after.exif, after.xmp, after.orientation]).toEqual([undefined, undefined, undefined]);
    const turned = (before.orientation ?? 1) >= 5;
    expect(after.width > after.height).toBe(
      turned ? before.height > before.width : before.width > before.height,
    );
  }
});
