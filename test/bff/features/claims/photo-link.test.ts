import { randomUUID } from 'node:crypto';
import { createPhotoLinks } from '../../../../bff/features/claims/photo-links';
import { createFollowUpStore } from '../../../../bff/follow-ups/follow-up-store';
import { begin, pieceAt, type UploadState } from '../../photos/pieces';
import { noise } from '../../photos/pictures';
import { anonymous, type Reply } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

const phone = '13911112222';

test('somebody without an account gets a link by SMS, sees what to photograph, and reaches nothing else', async () => {
  const key = randomUUID();
  const path = '/claims/demo_claim_open/photo-links';
  const made = await product.member.post(path, { phone }, key);
  expect(made).toMatchObject({ status: 201, body: { phoneMasked: '139****2222', photosLeft: 12 } });
  expect(await product.member.post(path, { phone }, key)).toMatchObject({ status: 201, body: made.body });
  expect((await product.member.post(path, { phone: '13933334444' }, key)).status).toBe(422);
  expect((await product.other.post(path, { phone })).status).toBe(404);
  const texts = (await product.stack.inbox(phone)).map(({ text }) => text);
  expect(texts).toHaveLength(1);
  const token = /t=([\w-]{32})/.exec(texts[0] ?? '')?.[1] ?? '';
  const guest = anonymous(product.stack);
  const headers = { 'X-Photo-Link': token };
  const seen = await guest.send('GET', '/photo-link', { headers });
  expect(seen).toMatchObject({ status: 200, body: { plateMasked: '鲁A·****16', sent: [] } });
  expect(JSON.stringify(seen.body)).not.toMatch(/13800000001|张建国|经十路/);
  expect((await guest.send('GET', '/claims/demo_claim_open', { headers })).status).toBe(401);
  expect(
    (await guest.send('GET', '/photo-link', { headers: { 'X-Photo-Link': 'x'.repeat(32) } })).status,
  ).toBe(404);
  await product.member.post(path, { phone });
  expect((await guest.send('GET', '/photo-link', { headers })).status).toBe(404);
});

/** As if the server had died when the message was to be written down. */
async function whileNothingIsWrittenDown(work: () => Promise<void>): Promise<void> {
  await bffPool().query(`
    create function refuse_follow_up() returns trigger language plpgsql as $$ begin raise exception 'no outbox'; end $$;
    create trigger refuse before insert on follow_ups for each row execute function refuse_follow_up()`);
  try {
    await work();
  } finally {
    await bffPool().query('drop trigger refuse on follow_ups; drop function refuse_follow_up()');
  }
}

test('a link and its message are written down together: what came to nothing is sent once when it is asked for again', async () => {
  const to = '13911116666';
  const key = randomUUID();
  const ask = () => product.member.post('/claims/demo_claim_open/photo-links', { phone: to }, key);
  await whileNothingIsWrittenDown(async () => expect((await ask()).status).toBe(500));
  const both = await Promise.all([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect((await ask()).body).toEqual(both[0].body);
  expect(await product.stack.inbox(to)).toHaveLength(1);
});

test('the message of a server that died before it could send it goes out by itself, once', async () => {
  const to = '13911117777';
  const { pool, keys } = product.stack;
  const store = createFollowUpStore({ pool, cipher: keys.cipher });
  const links = createPhotoLinks({ pool, cipher: keys.cipher });
  const { accountId } = product.member;
  const asked = { claimId: 'demo_claim_open', accountId, phone: to, requestKey: randomUUID() };
  await links.create(asked, (transaction, { id, token }) =>
    store.add(
      {
        kind: 'sms',
        key: `photo-link-${id}`,
        message: { phone: to, template: 'photoLink', values: { link: `https://x/#/p?t=${token}` } },
      },
      transaction,
    ),
  );
  await bffPool().query('update follow_ups set due_at = now()');
  const texts = await untilTold(to);
  await product.member.post('/claims/demo_claim_open/photo-links', { phone: to }, asked.requestKey);
  expect([texts.length, (await product.stack.inbox(to)).length]).toEqual([1, 1]);
});

async function untilTold(to: string) {
  for (const endsAt = Date.now() + 30_000; Date.now() < endsAt;) {
    const texts = await product.stack.inbox(to);
    if (texts.length > 0) return texts;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nothing was sent');
}

const KB_256 = 256 * 1024;
const bffPool = () => product.stack.database.pool('bff');

async function untilWaiting(query: string): Promise<void> {
  for (const endsAt = Date.now() + 20_000; Date.now() < endsAt;) {
    const { rowCount } = await bffPool().query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
      [query],
    );
    if (rowCount) return;
  }
  throw new Error('nothing waits');
}

/** Somebody with a link that has just come by SMS. */
async function guestOf(claimId: string, to: string) {
  const made = await product.member.post(`/claims/${claimId}/photo-links`, { phone: to });
  expect(made.status).toBe(201);
  const [newest] = await product.stack.inbox(to);
  const token = /t=([\w-]{32})/.exec(newest?.text ?? '')?.[1] ?? '';
  const headers = { 'X-Photo-Link': token };
  const guest = anonymous(product.stack);
  const send = <Body = UploadState>(method: string, path: string, sending: object = {}) =>
    guest.send<Body>(method, path, { ...sending, headers });
  const put = (
    id: string,
    { offset, bytes, sha256 }: ReturnType<typeof pieceAt>,
  ): Promise<Reply<UploadState>> =>
    guest.send(
      'PUT',
      `/photo-link/uploads/${id}/content?offset=${String(offset)}${sha256 ? `&final=true&sha256=${sha256}` : ''}`,
      {
        raw: new Uint8Array(bytes),
        headers: { ...headers, 'Content-Type': 'application/octet-stream' },
        key: null,
      },
    );
  return { send, put };
}

type Guest = Awaited<ReturnType<typeof guestOf>>;

const beginAt = (guest: Guest, bytes: number, key: string = randomUUID()) =>
  guest.send('POST', '/photo-link/uploads', {
    body: { shot: 'ownRear', bytes, mediaType: 'image/jpeg' },
    key,
  });

async function sendAll(guest: Guest, file: Buffer): Promise<Reply<UploadState>> {
  const { body } = await beginAt(guest, file.length);
  let last = await guest.put(body.photoId, pieceAt(file, 0, KB_256));
  for (let from = KB_256; from < file.length && last.status === 200; from += KB_256)
    last = await guest.put(body.photoId, pieceAt(file, from, KB_256));
  return last;
}

test('a picture comes through a link in pieces, goes on where it stopped, and takes one place of the link', async () => {
  const guest = await guestOf('demo_claim_open', '13922223333');
  const file = await noise();
  expect(file.length).toBeGreaterThan(KB_256);
  const key = randomUUID();
  const { body: begun } = await beginAt(guest, file.length, key);
  expect(begun).toEqual({
    photoId: begun.photoId,
    bytes: file.length,
    chunkBytes: KB_256,
    receivedBytes: 0,
    complete: false,
  });
  await guest.put(begun.photoId, pieceAt(file, 0, KB_256));
  const again = await beginAt(guest, file.length, key);
  expect(again.body).toMatchObject({ photoId: begun.photoId, receivedBytes: KB_256 });
  expect((await guest.send('GET', `/photo-link/uploads/${begun.photoId}`)).body.receivedBytes).toBe(KB_256);
  let last = again;
  for (let from = KB_256; from < file.length; from += KB_256)
    last = await guest.put(begun.photoId, pieceAt(file, from, KB_256));
  expect(last.body.complete).toBe(true);
  // The answer to the last piece may be lost: it is the same picture, and still one place.
  expect(
    (await guest.put(begun.photoId, pieceAt(file, file.length - (file.length % KB_256), KB_256))).body
      .complete,
  ).toBe(true);
  const { body: view } = await guest.send<{ photosLeft: number; sent: { shot: string }[] }>(
    'GET',
    '/photo-link',
  );
  expect([view.photosLeft, view.sent.map(({ shot }) => shot)]).toEqual([11, ['ownRear']]);
  const mine = await product.member.get<{ items: { id: string }[] }>('/claims/demo_claim_open/photos');
  expect(mine.body.items.map(({ id }) => id)).toContain(begun.photoId);
});

test('an upload of one link is out of reach for another link and for the member', async () => {
  const guest = await guestOf('demo_claim_open', '13922224444');
  const other = await guestOf('demo_claim_open', '13922225555');
  const file = await noise();
  const { body } = await beginAt(guest, file.length);
  expect((await other.put(body.photoId, pieceAt(file, 0, KB_256))).status).toBe(404);
  expect((await other.send('GET', `/photo-link/uploads/${body.photoId}`)).status).toBe(404);
  expect((await product.member.get(`/claims/demo_claim_open/photos/${body.photoId}`)).status).toBe(404);
});

test('the thirteenth picture of a link is refused, however many were begun before', async () => {
  const guest = await guestOf('demo_claim_open', '13922226666');
  const file = await noise({ width: 300, height: 200 });
  const early = await beginAt(guest, file.length);
  const last = await beginAt(guest, file.length);
  await bffPool().query('update photo_links set photos_left = 1 where ended_at is null and photos_left = 12');
  expect((await guest.put(last.body.photoId, pieceAt(file, 0, KB_256))).body.complete).toBe(true);
  const late = await guest.put(early.body.photoId, pieceAt(file, 0, KB_256));
  expect(late).toMatchObject({ status: 409, body: { code: 'PHOTO_LINK_USED_UP' } });
  expect(await beginAt(guest, file.length)).toMatchObject({
    status: 409,
    body: { code: 'PHOTO_LINK_USED_UP' },
  });
  const { body: view } = await guest.send<{ photosLeft: number; sent: unknown[] }>('GET', '/photo-link');
  expect([view.photosLeft, view.sent.length]).toEqual([0, 1]);
});

test('a link begins no more than it may send, and takes none of the places of the member', async () => {
  const guest = await guestOf('demo_claim_open', '13922227777');
  const file = await noise({ width: 300, height: 200 });
  const begun = await Promise.all(Array.from({ length: 14 }, () => beginAt(guest, file.length)));
  expect(begun.map(({ status }) => status)).toEqual(Array.from({ length: 14 }, () => 201));
  const ids = begun.map(({ body }) => body.photoId);
  const { rows } = await bffPool().query<{ id: string }>(
    `select id from photo_uploads where id = any($1) and state = 'open'`,
    [ids],
  );
  expect(rows).toHaveLength(12);
  await bffPool().query(
    `insert into photo_uploads (id, claim_id, owner_id, link_id, request_key, shot, bytes, chunk_bytes, content_key_sealed)
     select 'crowd-' || n, claim_id, owner_id, link_id, 'crowd-' || n, shot, bytes, chunk_bytes, content_key_sealed
     from photo_uploads, generate_series(1, 60) n where id = $1`,
    [rows[0]?.id],
  );
  expect((await begin(product.member, 'demo_claim_open', file)).status).toBe(201);
});

test('what is no picture is not decoded again until it has come again', async () => {
  const guest = await guestOf('demo_claim_open', '13922228888');
  const whole = await noise();
  const broken = whole.subarray(0, KB_256);
  const { body } = await beginAt(guest, broken.length);
  const piece = pieceAt(broken, 0, KB_256);
  expect(await guest.put(body.photoId, piece)).toMatchObject({ status: 422, body: { code: 'PHOTO_BROKEN' } });
  const { body: now } = await guest.send('GET', `/photo-link/uploads/${body.photoId}`);
  expect(now).toMatchObject({ receivedBytes: 0, complete: false });
});

test('a link that ends while the last piece is taken in says that it is over, not that it is used up', async () => {
  const guest = await guestOf('demo_claim_open', '13922229999');
  const file = await noise({ width: 300, height: 200 });
  const { body } = await beginAt(guest, file.length);
  const holder = await bffPool().connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from photo_uploads where id = $1 for update', [body.photoId]);
    const answer = guest.put(body.photoId, pieceAt(file, 0, KB_256));
    await untilWaiting('update photo_uploads%');
    await holder.query('update photo_links set expires_at = now() where ended_at is null');
    await holder.query('commit');
    expect(await answer).toMatchObject({ status: 404, body: { detail: expect.stringMatching(/过期/) } });
  } finally {
    holder.release();
  }
});

test('a picture that its owner has taken back is wanted again', async () => {
  const guest = await guestOf('demo_claim_open', '13911113333');
  const { body } = await sendAll(guest, await noise({ width: 300, height: 200 }));
  expect((await product.member.send('DELETE', `/claims/demo_claim_open/photos/${body.photoId}`)).status).toBe(
    204,
  );
  const { body: view } = await guest.send<{ photosLeft: number; sent: unknown[] }>('GET', '/photo-link');
  expect([view.photosLeft, view.sent]).toEqual([11, []]);
});

test('one phone gets ten links a day, and the tenth may be asked for again', async () => {
  const to = '13911114444';
  const path = '/claims/demo_claim_open/photo-links';
  const key = randomUUID();
  for (let sent = 0; sent < 9; sent += 1)
    expect((await product.member.post(path, { phone: to })).status).toBe(201);
  expect((await product.member.post(path, { phone: to }, key)).status).toBe(201);
  expect((await product.member.post(path, { phone: to })).status).toBe(429);
  expect((await product.member.post(path, { phone: to }, key)).status).toBe(201);
});
