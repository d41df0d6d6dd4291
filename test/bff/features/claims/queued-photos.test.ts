import { randomUUID } from 'node:crypto';
import { movePhotos } from '../../../../bff/photos/photo-rows';
import { inTransaction } from '../../../../bff/database/transaction';
import { halves, noise } from '../../photos/pictures';
import { begin, sendInPieces, sendRest, type UploadState } from '../../photos/pieces';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Claim {
  id: string;
  reportNo: string | null;
}

const KB_256 = 256 * 1024;

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error('it did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A report that core does not get; cut connections are uncertain (504) until the circuit opens. */
async function queuedReport(): Promise<string> {
  const key = randomUUID();
  const report = {
    plate: '鲁A7K315',
    scenario: 'singleCar',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路 1 号' },
    driverName: '张建国',
    contactPhone: '13800000001',
  };
  product.core.break('away');
  for (let tries = 0; tries < 30; tries += 1) {
    const { status, body } = await product.member.post<Claim>('/claims', report, key);
    if (status === 202) return body.id;
  }
  throw new Error('the report was not queued');
}

function uploadForm(claimId: string, bytes: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg');
  form.append('shot', 'ownFront');
  return product.member.send<{ id: string; url: string }>('POST', `/claims/${claimId}/photos/form`, {
    raw: form,
  });
}

const photosOf = async (claimId: string) =>
  (await product.member.get<{ items: { id: string }[] }>(`/claims/${claimId}/photos`)).body.items
    .map(({ id }) => id)
    .sort();

/** Each photo core was told of, as often as it was told. */
async function knownToCore(claimId: string): Promise<string[]> {
  const { rows } = await product.stack.database
    .pool('core')
    .query<{ photo_id: string }>('select photo_id from claim_photos where claim_id = $1', [claimId]);
  return rows.map((row) => row.photo_id).sort();
}

test('photos of a report that core does not have yet follow it to its claim, each exactly once', async () => {
  const file = await noise();
  const queued = await queuedReport();
  const whole = await sendInPieces(product.member, queued, file);
  const form = await uploadForm(queued, await halves());
  const half = await begin(product.member, queued, file);
  const address = `/claims/${queued}/photos/${half.body.photoId}`;
  await sendRest(product.member, address, file, { until: KB_256 });
  expect([whole.body.complete, form.status]).toEqual([true, 201]);
  expect(await photosOf(queued)).toEqual([whole.body.photoId, form.body.id].sort());
  expect((await product.other.get(address)).status).toBe(404);

  await product.healAll();
  let claimId = '';
  await eventually(async () => {
    const { body } = await product.member.get<Claim>(`/claims/${queued}`);
    claimId = body.id;
    return body.reportNo !== null;
  });
  expect(claimId).not.toBe(queued);
  // Begun before, finished after: with the new id or the old one.
  const moved = await product.member.get<UploadState>(`/claims/${claimId}/photos/${half.body.photoId}`);
  expect(moved.body.receivedBytes).toBe(KB_256);
  expect((await sendRest(product.member, address, file)).body.photo?.id).toBe(half.body.photoId);
  const late = await sendInPieces(product.member, queued, file);
  const all = [whole.body.photoId, form.body.id, half.body.photoId, late.body.photoId].sort();
  expect(await photosOf(claimId)).toEqual(all);
  expect(await photosOf(queued)).toEqual(all);
  await eventually(async () => (await knownToCore(claimId)).length === 4);
  expect(await knownToCore(claimId)).toEqual(all);
  expect((await fetch(product.stack.baseUrl + form.body.url)).status).toBe(200);
  const removed = await product.member.send('DELETE', `/claims/${queued}/photos/${form.body.id}`);
  expect(removed.status).toBe(204);
  expect(await photosOf(claimId)).not.toContain(form.body.id);
}, 120_000);

test('they find places beside those that were sent to the claim itself meanwhile', async () => {
  const { pool } = product.stack;
  const picture = await halves({ width: 40, height: 20 });
  const claim = 'demo_claim_open';
  const before = await photosOf(claim);
  await uploadForm(claim, picture);
  const queued = await queuedReport();
  const mine = [await uploadForm(queued, picture), await uploadForm(queued, picture)];
  await inTransaction(pool, (client) => movePhotos(client, { from: queued, into: claim }));
  expect(await photosOf(claim)).toHaveLength(before.length + 3);
  expect(await photosOf(claim)).toEqual(expect.arrayContaining(mine.map(({ body }) => body.id)));
}, 120_000);

test('photos sent while the report is being handed over all arrive', async () => {
  const picture = await halves({ width: 40, height: 20 });
  const queued = await queuedReport();
  product.core.heal();
  const sent: string[] = [];
  let delivered = '';
  await eventually(async () => {
    const answers = await Promise.all([
      uploadForm(queued, picture).then(({ body }) => body.id),
      sendInPieces(product.member, queued, picture).then(({ body }) => body.photoId),
    ]);
    sent.push(...answers);
    const { body } = await product.member.get<Claim>(`/claims/${queued}`);
    if (body.reportNo !== null) delivered = body.id;
    return delivered !== '' || sent.length >= 28;
  });
  await eventually(async () => {
    const { body } = await product.member.get<Claim>(`/claims/${queued}`);
    delivered = body.id;
    return body.reportNo !== null;
  });
  expect(await photosOf(delivered)).toEqual(sent.sort());
  await eventually(async () => (await knownToCore(delivered)).length === sent.length);
  expect(await knownToCore(delivered)).toEqual(sent);
}, 120_000);
