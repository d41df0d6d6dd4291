import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeLeftoverUploads } from '../../../bff/photos/leftover-uploads';

test('uploads of a process that died go; those that may still be running stay', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'uploads-'));
  const [old, young] = [path.join(folder, 'old'), path.join(folder, 'young')];
  await writeFile(old, 'x');
  await writeFile(young, 'x');
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(old, twoHoursAgo, twoHoursAgo);
  await removeLeftoverUploads(folder);
  await removeLeftoverUploads(path.join(folder, 'none'));
  expect(await readdir(folder)).toEqual(['young']);
  await rm(folder, { recursive: true });
});
