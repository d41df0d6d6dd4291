import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** Real camera and phone pictures beside the repository; without them the tests draw their own. */
const folder = path.resolve(__dirname, '../../../../shared/data/photos');

export function realPhotos(pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => path.join(folder, name));
}

export const readPhoto = (file: string) => readFileSync(file);

/** Red left half, blue right half, so that turning it shows. */
export async function halves(options: { width?: number; height?: number; orientation?: number } = {}) {
  const { width = 600, height = 300, orientation } = options;
  const right = await sharp({
    create: { width: Math.floor(width / 2), height, channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer();
  const picture = sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: right, left: Math.ceil(width / 2), top: 0 }])
    .withExif({
      IFD0: { Make: 'Demo Camera', Artist: 'Demo Owner' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '36/1 40/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 7/1 0/1',
      },
    });
  return (orientation === undefined ? picture : picture.withMetadata({ orientation }))
    .jpeg({ quality: 90 })
    .toBuffer();
}

export async function colourAt(
  picture: Buffer,
  left: number,
  top: number,
): Promise<'red' | 'blue' | 'other'> {
  const [r = 0, g = 0, b = 0] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (r > 200 && g < 60 && b < 60) return 'red';
  return b > 200 && r < 60 && g < 60 ? 'blue' : 'other';
}

/** Does not compress: about a byte a pixel, so that it takes several pieces. The seed makes two of them differ. */
export async function noise({ width = 900, height = 700, seed = 1 } = {}): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    pixels[at] = state >> 16;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
