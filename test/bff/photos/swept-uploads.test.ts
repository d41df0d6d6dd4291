import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createFolderStore } from '../../../bff/photos/folder-store';
import { chunkKey } from '../../../bff/photos/photo-store';
import { sweepUploads } from '../../../bff/photos/swept-uploads';
import { insertUpload } from '../../../bff/photos/upload-rows';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { temporaryFolder } from '../../support/run-folder';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('uploads nobody went on with are given up and their files go; young ones stay; old ends are forgotten', async () => {
  const pool = database.pool('bff');
  const folder = temporaryFolder('swept');
  const store = createFolderStore(folder);
  const ages = { young: '6 days', left: '8 days', forgotten: '40 days' };
  for (const [id, age] of Object.entries(ages)) {
    const row = { id, claimId: 'claim', ownerId: 'owner', requestKey: randomUUID(), shot: 'ownFront' };
    await insertUpload(pool, { ...row, bytes: 300_000, chunkBytes: 262_144, contentKeySealed: Buffer.of(1) });
    await pool.query('update photo_uploads set touched_at = now() - $2::interval where id = $1', [id, age]);
    await store.put(chunkKey(id, 0), Buffer.of(1));
    await store.put(chunkKey(id, 1), Buffer.of(1));
  }
  await sweepUploads({ pool, store });
  await sweepUploads({ pool, store });
  const { rows } = await pool.query<{ id: string; state: string }>(
    'select id, state from photo_uploads order by id',
  );
  expect(rows).toEqual([
    { id: 'left', state: 'givenUp' },
    { id: 'young', state: 'open' },
  ]);
  const files = readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('-c'));
  expect(files.map((name) => String(name).split('/').at(-1)).sort()).toEqual(['young-c00', 'young-c01']);
});

test('what is open ends with its link: over, ended or used up', async () => {
  const pool = database.pool('bff');
  const store = createFolderStore(temporaryFolder('swept-links'));
  const ends = {
    living: 'photos_left = photos_left',
    over: 'expires_at = now()',
    ended: 'ended_at = now()',
    usedUp: 'photos_left = 0',
  };
  for (const [id, end] of Object.entries(ends)) {
    await pool.query(
      `insert into photo_links (id, claim_id, account_id, request_key, token_hash, phone_index, phone_sealed, photos_left, expires_at)
       values ($1, 'claim', 'owner', $1, sha256($2), sha256($2), $2, 12, now() + interval '1 hour')`,
      [id, Buffer.from(id)],
    );
    const row = {
      id: `by-${id}`,
      claimId: 'claim',
      ownerId: 'owner',
      linkId: id,
      requestKey: id,
      shot: 'ownFront',
    };
    await insertUpload(pool, { ...row, bytes: 300_000, chunkBytes: 262_144, contentKeySealed: Buffer.of(1) });
    await pool.query(`update photo_links set ${end} where id = $1`, [id]);
  }
  await sweepUploads({ pool, store });
  const { rows } = await pool.query<{ id: string }>(
    "select id from photo_uploads where link_id is not null and state = 'open'",
  );
  expect(rows).toEqual([{ id: 'by-living' }]);
});
