import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { cleanPicture } from '../../../bff/photos/clean-picture';
import { colourAt, halves, readPhoto, realPhotos } from './pictures';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function cleaned(bytes: Buffer) {
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes);
  return cleanPicture(file);
}

describe('a picture that came from a phone', () => {
  test('carries a place before and none after', async () => {
    const before = await halves();
    const metadata = await sharp(before).metadata();
    expect(metadata.exif?.includes(Buffer.from('Demo Camera'))).toBe(true);
    const { full, thumb } = await cleaned(before);
    for (const picture of [full, thumb]) {
      const after = await sharp(picture).metadata();
      expect(after).toMatchObject({ format: 'jpeg' });
      expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(picture.includes(Buffer.from('Demo Owner'))).toBe(false);
    }
  });

  test.each([
    [1, 600, 300, 'red', 'blue'],
    [3, 600, 300, 'blue', 'red'],
    [6, 300, 600, 'red', 'blue'],
    [8, 300, 600, 'blue', 'red'],
  ])('with orientation %i comes back upright', async (orientation, width, height, first, last) => {
    const { full, ...size } = await cleaned(await halves({ orientation }));
    expect(size).toMatchObject({ width, height });
    expect(await colourAt(full, 5, 5)).toBe(first);
    expect(await colourAt(full, width - 5, height - 5)).toBe(last);
  });

  test('is made smaller, never larger, and gets a small one beside it', async () => {
    const large = await cleaned(await halves({ width: 5200, height: 2600 }));
    expect([large.width, large.height]).toEqual([2560, 1280]);
    const small = await cleaned(await halves({ width: 200, height: 100 }));
    expect([small.width, small.height]).toEqual([200, 100]);
    const thumb = await sharp(large.thumb).metadata();
    expect([thumb.width, thumb.height]).toEqual([480, 240]);
  });

  test('a PNG or WebP becomes a JPEG, its holes white', async () => {
    const clear = sharp({ create: { width: 40, height: 40, channels: 4, background: '#ff000000' } });
    for (const bytes of [await clear.png().toBuffer(), await clear.webp().toBuffer()]) {
      const { full } = await cleaned(bytes);
      expect((await sharp(full).metadata()).format).toBe('jpeg');
      const [r, g, b] = await sharp(full).raw().toBuffer();
      expect([r, g, b].every((value) => (value ?? 0) > 250)).toBe(true);
    }
  });

  test('what was hidden behind the pixels does not survive', async () => {
    const polyglot = Buffer.concat([await halves(), Buffer.from('<script>alert(1)</script>')]);
    const { full } = await cleaned(polyglot);
    expect(full.includes(Buffer.from('<script>'))).toBe(false);
  });

  test.each([
    ['a text', Buffer.from('hello, this is not a picture'), 'PHOTO_NOT_A_PICTURE'],
    ['an empty file', Buffer.alloc(0), 'PHOTO_NOT_A_PICTURE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_NOT_A_PICTURE'],
    ['an HTML page', Buffer.from('<!doctype html><script>1</script>'), 'PHOTO_NOT_A_PICTURE'],
    ['a GIF that is also a script', Buffer.from('GIF89a=1;alert(1)//'), 'PHOTO_FORMAT_UNSUPPORTED'],
    ['a JPEG in name only', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), 'PHOTO_BROKEN'],
  ])('%s is refused and told what to do', async (_what, bytes, code) => {
    await expect(cleaned(bytes)).rejects.toMatchObject({
      status: 422,
      code,
      detail: expect.stringMatching(/请/),
    });
  });

  test('a picture that was cut off is refused, however little is missing', async () => {
    const whole = await halves({ width: 1200, height: 900 });
    for (const share of [0.3, 0.6, 0.95]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      await expect(cleaned(part)).rejects.toMatchObject({ code: 'PHOTO_BROKEN' });
    }
  });

  test('more than 40 megapixels are refused before they are decoded', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 5001, channels: 3, background: '#fff' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(cleaned(bomb)).rejects.toMatchObject({ code: 'PHOTO_TOO_MANY_PIXELS' });
  });
});

const usable = realPhotos(/^(android|iphone|jolla|camera|phone|bad-exif).*\.jpg$/);
const describeReal = usable.length > 0 ? describe : describe.skip; // made pictures cover the same where no collection is at hand

describeReal('real pictures', () => {
  test.each(usable)('%s comes back clean and upright', async (file) => {
    const before = await sharp(file).metadata();
    const { full, width, height } = await cleaned(readPhoto(file));
    const after = await sharp(full).metadata();
    expect([after.exif, after.xmp, after.orientation]).toEqual([undefined, undefined, undefined]);
    const turned = (before.orientation ?? 1) >= 5;
    const shape = turned ? before.height / before.width : before.width / before.height;
    expect(width / height).toBeCloseTo(shape, 1);
  });

  test('one with damaged pixels is refused', async () => {
    for (const file of realPhotos(/^bad-corrupted\.jpg$/)) {
      await expect(cleaned(readPhoto(file))).rejects.toMatchObject({ code: 'PHOTO_BROKEN' });
    }
  });

  test('a HEIC is refused with the way to do it', async () => {
    for (const file of realPhotos(/\.heic$/)) {
      await expect(cleaned(readPhoto(file))).rejects.toMatchObject({
        code: 'PHOTO_FORMAT_UNSUPPORTED',
        detail: expect.stringContaining('兼容性最佳'),
      });
    }
  });
});
