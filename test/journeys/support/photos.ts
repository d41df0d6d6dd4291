import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { temporaryFolder } from '../../support/run-folder';

const collection = path.resolve(__dirname, '../../../../shared/data/photos');

/** A phone lying on its side writes the picture as the sensor saw it, and says in EXIF how to turn it. */
const LYING_ON_ITS_SIDE = 6;

const part = (left: number, top: number, background: string) => ({
  input: { create: { width: 600, height: 400, channels: 3 as const, background } },
  left,
  top,
});

/** A picture with four corners that differ, so that a wrong turn or a mirror shows. It is made of plain pixels: the product reads no drawings, and runs beside it. */
async function drawn(file: string, exif: { orientation: number; gps: boolean }): Promise<string> {
  const ground = { width: 1200, height: 800, channels: 3 as const, background: '#7a8c99' };
  const place = exif.gps
    ? {
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '36/1 39/1 24/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '117/1 7/1 18/1',
        },
      }
    : {};
  const bytes = await sharp({ create: ground })
    .composite([part(0, 0, '#b02a1e'), part(600, 0, '#1f6f3a'), part(600, 400, '#f2c53d')])
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Make: 'Example', Orientation: String(exif.orientation) }, ...place })
    .withMetadata({ orientation: exif.orientation })
    .toBuffer();
  const target = path.join(temporaryFolder('photos'), file);
  await writeFile(target, bytes);
  return target;
}

const real = (file: string): string | undefined => {
  const known = path.join(collection, file);
  return existsSync(known) ? known : undefined;
};

/** A photo taken with the phone turned: real where the collection is at hand. */
export const rotatedPhoto = async (): Promise<string> =>
  real('phone-rotated-90.jpg') ?? drawn('rotated.jpg', { orientation: LYING_ON_ITS_SIDE, gps: true });

/** A photo that says where it was taken. */
export const photoWithPlace = async (): Promise<string> =>
  real('camera-gps.jpg') ?? drawn('place.jpg', { orientation: 1, gps: true });

const COMPARED_PX = 32;

/** How far two pictures are apart, 0 to 255, as they are to be looked at; neither's EXIF turn is applied. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const small = (picture: Buffer) =>
    sharp(picture)
      .resize(COMPARED_PX, COMPARED_PX, { fit: 'fill' })
      .removeAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer();
  const [first, second] = await Promise.all([small(one), small(other)]);
  return first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length;
}
