import { randomUUID } from 'node:crypto';
import { halves } from '../../photos/pictures';
import { begin, pieceAt, put } from '../../photos/pieces';
import type { Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
let member: Caller;
beforeAll(async () => {
  product = await startMemberStack();
  ({ member } = product);
});
afterAll(() => product.stop());
afterEach(() =>
  Promise.all(['location', 'photos', 'idPhotos', 'health'].map((purpose) => say(purpose, true))),
);

async function say(purpose: string, granted: boolean): Promise<void> {
  const answer = await member.post('/me/consents', { purpose, documentVersion: '2026-11', granted });
  expect(answer.status).toBe(201);
}

const POSITION = { latitude: 36.65, longitude: 117.02 };
const occurredAt = new Date(Date.now() - 60_000).toISOString();
const reportAt = (place: object) => ({
  plate: '鲁A7K315',
  scenario: 'rearEnd',
  injured: false,
  occurredAt,
  place: { address: '济南市历下区经十路', ...place },
  driverName: '张建国',
  contactPhone: '13800000001',
});
const refusedFor = (purpose: string) => ({
  status: 403,
  body: { code: 'CONSENT_REQUIRED', purpose, detail: expect.stringMatching(/重新同意/) },
});

/** Cut connections open the circuit; from then on nothing is sent, and the report is kept. */
async function untilKept(body: object, key: string) {
  for (let tries = 0; tries < 30; tries += 1) {
    const answer = await member.post<{ id: string }>('/claims', body, key);
    if (answer.status === 202) return answer;
  }
  throw new Error('the circuit stayed closed');
}

/** What was held back arrives after the answer that said so. */
async function untilKnown(body: object, key: string) {
  for (const endsAt = Date.now() + 20_000; Date.now() < endsAt;) {
    const answer = await member.post('/claims', body, key);
    if (answer.status !== 504) return answer;
  }
  throw new Error('the report did not arrive');
}

/** As if the request had been lost on its way to core. */
async function forget(key: string): Promise<void> {
  await product.stack.database
    .pool('core')
    .query(`update claims set request_id = 'another' where request_id = $1`, [key]);
}

async function newClaim(): Promise<string> {
  return (await member.post<{ id: string }>('/claims', reportAt({}))).body.id;
}

async function sendForm(claimId: string, shot: string, key: string = randomUUID()) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await halves())], { type: 'image/jpeg' }), 'photo.jpg');
  form.append('shot', shot);
  return member.send('POST', `/claims/${claimId}/photos/form`, { raw: form, key });
}

async function rowsOf(table: string): Promise<number> {
  const { rows } = await product.stack.pool.query<{ count: number }>(
    `select count(*) as count from ${table}`,
  );
  return rows[0]?.count ?? 0;
}

describe('a position, after the consent to it was taken back', () => {
  test('is not taken in: not by core, not by the queue; an address is', async () => {
    await say('location', false);
    product.core.passed();
    const key = randomUUID();
    expect(await member.post('/claims', reportAt(POSITION), key)).toMatchObject(refusedFor('location'));
    expect(product.core.passed().filter((one) => one === 'POST /v1/claims')).toEqual([]);
    expect(await rowsOf('queued_reports')).toBe(0);
    expect((await member.post('/claims', reportAt({}), key)).status).toBe(201);
  });

  test('that had arrived before is answered as it was: no second claim is asked for', async () => {
    const key = randomUUID();
    product.core.break('answerLost', { method: 'POST', path: /\/claims$/ });
    expect((await member.post('/claims', reportAt(POSITION), key)).status).toBe(504);
    await product.healAll();
    await say('location', false);
    const asked = await member.post('/claims', reportAt(POSITION), key);
    expect(asked).toMatchObject({ status: 201, body: { reportNo: expect.stringMatching(/\d/) } });
    expect(asked.headers.get('idempotent-replayed')).toBe('true');
  });

  test('that is still on its way is unknown until it has arrived, and then answered: never refused', async () => {
    const key = randomUUID();
    product.core.break('held', { method: 'POST', path: /\/claims$/ });
    expect((await member.post('/claims', reportAt(POSITION), key)).status).toBe(504);
    await say('location', false);
    expect((await member.post('/claims', reportAt(POSITION), key)).status).toBe(504);
    await product.healAll();
    const asked = await untilKnown(reportAt(POSITION), key);
    expect(asked).toMatchObject({ status: 201, body: { reportNo: expect.stringMatching(/\d/) } });
    expect(asked.headers.get('idempotent-replayed')).toBe('true');
  });

  test('that surely never arrived is refused once no try of it can be under way', async () => {
    const key = randomUUID();
    product.core.break('answerLost', { method: 'POST', path: /\/claims$/ });
    await member.post('/claims', reportAt(POSITION), key);
    await product.healAll();
    await forget(key);
    await say('location', false);
    expect((await member.post('/claims', reportAt(POSITION), key)).status).toBe(504);
    await product.stack.database
      .pool('bff')
      .query(`update begun_reports set begun_at = now() - interval '121 seconds'`);
    expect(await member.post('/claims', reportAt(POSITION), key)).toMatchObject(refusedFor('location'));
  });

  test('that was kept while core was away goes on', async () => {
    const key = randomUUID();
    product.core.break('away');
    const kept = await untilKept(reportAt(POSITION), key);
    await say('location', false);
    expect(await member.post('/claims', reportAt(POSITION), key)).toMatchObject({
      status: 202,
      body: { id: kept.body.id },
    });
    await product.healAll();
  }, 60_000);

  test('goes through under the same request id once the consent is given again', async () => {
    await say('location', false);
    const key = randomUUID();
    await member.post('/claims', reportAt(POSITION), key);
    await say('location', true);
    expect((await member.post('/claims', reportAt(POSITION), key)).status).toBe(201);
  });

  test('of somebody else is theirs to decide', async () => {
    await say('location', false);
    const report = { ...reportAt(POSITION), contactPhone: '13800000003', plate: '鲁B92K08' };
    expect((await product.other.post('/claims', report)).status).toBe(201);
  });
});

describe('a photo, after the consent to it was taken back', () => {
  test.each([
    ['photos', 'ownFront'],
    ['idPhotos', 'drivingLicence'],
    ['health', 'medicalPapers'],
  ])('%s: %s is not taken in, in one form or in pieces', async (purpose, shot) => {
    const claimId = await newClaim();
    const before = await rowsOf('claim_photos');
    await say(purpose, false);
    const key = randomUUID();
    expect(await sendForm(claimId, shot, key)).toMatchObject(refusedFor(purpose));
    expect(await begin(member, claimId, await halves(), { shot })).toMatchObject(refusedFor(purpose));
    expect(await rowsOf('claim_photos')).toBe(before);
    await say(purpose, true);
    expect((await sendForm(claimId, shot, key)).status).toBe(201);
  });

  test('is not gone on with, and is where it was once the consent is given again', async () => {
    const claimId = await newClaim();
    const file = await halves();
    const { body } = await begin(member, claimId, file);
    const address = `/claims/${claimId}/photos/${body.photoId}`;
    await say('photos', false);
    expect(await put(member, address, pieceAt(file, 0, body.chunkBytes))).toMatchObject(refusedFor('photos'));
    expect((await member.get(address)).body).toMatchObject({ receivedBytes: 0 });
    await say('photos', true);
    expect((await put(member, address, pieceAt(file, 0, body.chunkBytes))).status).toBe(200);
  });

  test('that had arrived before is answered as it was', async () => {
    const claimId = await newClaim();
    const file = await halves();
    const [formKey, pieceKey] = [randomUUID(), randomUUID()];
    expect((await sendForm(claimId, 'ownFront', formKey)).status).toBe(201);
    const begun = await begin(member, claimId, file, { key: pieceKey });
    const address = `/claims/${claimId}/photos/${begun.body.photoId}`;
    expect((await put(member, address, pieceAt(file, 0, begun.body.chunkBytes))).body.complete).toBe(true);
    await say('photos', false);
    expect((await sendForm(claimId, 'ownFront', formKey)).status).toBe(201);
    expect((await begin(member, claimId, file, { key: pieceKey })).body).toMatchObject({ complete: true });
  });

  test('of another kind goes on', async () => {
    const claimId = await newClaim();
    await say('health', false);
    expect((await sendForm(claimId, 'ownFront')).status).toBe(201);
  });
});
