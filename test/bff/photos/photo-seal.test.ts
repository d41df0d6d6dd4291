import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderStore } from '../../../bff/photos/folder-store';
import { createPhotoAddressing } from '../../../bff/photos/photo-address';
import { newPhotoKey, openPhoto, sealPhoto } from '../../../bff/photos/photo-seal';

describe('a sealed photo', () => {
  const key = newPhotoKey();
  const plain = Buffer.from('the bytes of a picture');
  const sealed = sealPhoto(key, 'a/full', plain);

  test('opens with its key at its place', () => {
    expect(sealed.includes(plain)).toBe(false);
    expect(openPhoto(key, 'a/full', sealed)).toEqual(plain);
  });

  test.each([
    ['another key', newPhotoKey(), 'a/full', sealed],
    ['another place', key, 'b/full', sealed],
    [
      'a changed byte',
      key,
      'a/full',
      Buffer.from(sealed.map((byte, index) => (index === 40 ? byte ^ 1 : byte))),
    ],
    ['a short file', key, 'a/full', sealed.subarray(0, 20)],
  ])('does not open with %s', (_what, otherKey, place, envelope) => {
    expect(() => openPhoto(otherKey, place, envelope)).toThrow();
  });
});

describe('the folder of photos', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'store-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('keeps, replaces, gives back and removes; nothing half-written stays behind', async () => {
    const store = createFolderStore(folder);
    expect(await store.get('abc/full')).toBeUndefined();
    await store.put('abc/full', Buffer.from('one'));
    await store.put('abc/full', Buffer.from('two'));
    expect((await store.get('abc/full'))?.toString()).toBe('two');
    expect(await readdir(path.join(folder, 'bc'))).toEqual(['abc-full']);
    await store.remove('abc/full');
    await store.remove('abc/full');
    expect(await store.get('abc/full')).toBeUndefined();
  });

  test.each(['../etc/full', 'abc/other', 'abc', '/abc/full', 'a/b/full'])(
    'refuses the key %s',
    async (key) => {
      await expect(createFolderStore(folder).get(key)).rejects.toThrow('not a key');
    },
  );
});

describe('the address of a photo', () => {
  let now = Date.parse('2026-11-22T14:02:00+08:00');
  const addressing = createPhotoAddressing(createSecretKey(randomBytes(32)), {
    basePath: '/api/v1',
    now: () => now,
  });
  const target = { claimId: 'claim1', photoId: 'photo1', variant: 'full' as const };

  function permissionOf(url: string) {
    const query = new URL(url, 'http://localhost').searchParams;
    return { expires: Number(query.get('expires')), signature: query.get('signature') ?? '' };
  }

  test('is good for this picture alone and for some minutes', () => {
    const { url, thumbUrl, urlExpiresAt } = addressing.addressesOf({ claimId: 'claim1', id: 'photo1' });
    expect(url).toMatch(/^\/api\/v1\/claims\/claim1\/photos\/photo1\/content\?/);
    expect(urlExpiresAt).toBe('2026-11-22T14:15:00.000+08:00');
    const permission = permissionOf(url);
    expect(addressing.isValid(target, permission)).toBe(true);
    expect(addressing.isValid({ ...target, variant: 'thumb' }, permission)).toBe(false);
    expect(addressing.isValid({ ...target, variant: 'thumb' }, permissionOf(thumbUrl))).toBe(true);
    expect(addressing.isValid({ ...target, photoId: 'photo2' }, permission)).toBe(false);
    expect(addressing.isValid({ ...target, claimId: 'claim2' }, permission)).toBe(false);
    expect(addressing.isValid(target, { ...permission, expires: permission.expires + 60 })).toBe(false);
    expect(addressing.isValid(target, { ...permission, signature: 'x'.repeat(43) })).toBe(false);
    now += 13 * 60 * 1000;
    expect(addressing.isValid(target, permission)).toBe(false);
  });

  test('stays the same for a list that is looked at twice', () => {
    const photo = { claimId: 'claim1', id: 'photo1' };
    now = Date.parse('2026-11-22T14:02:00+08:00');
    const first = addressing.addressesOf(photo);
    now += 30_000;
    expect(addressing.addressesOf(photo)).toEqual(first);
  });
});
