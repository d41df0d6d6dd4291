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
