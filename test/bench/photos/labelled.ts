import sharp from 'sharp';
import { middleOf } from '../../../client/platform/photo-pixels-types';

export type Label = 'fine' | 'dark' | 'blurred';

export interface Labelled {
  /** Which scene it shows: two of the same scene are a repetition. */
  scene: number;
  label: Label;
  /** How it was made, for the table. */
  made: string;
  bytes: Buffer;
}

/** The strengths are those of a street at night and of a hand that shook: a plate can no longer be read. */
const DARKER = [0.08, 0.14, 0.2];
/** Of the longer side: what blurs a small picture is nothing in a large one. */
const BLUR_SHARE = [0.0025, 0.005, 0.01];
const REPEATS = [
  { made: 'again, smaller', scale: 0.6, brightness: 1, quality: 70 },
  { made: 'again, lighter', scale: 1, brightness: 1.18, quality: 80 },
  { made: 'again, compressed', scale: 0.8, brightness: 0.92, quality: 35 },
];

async function variantsOf(scene: number, original: Buffer): Promise<Labelled[]> {
  const upright = await sharp(original)
    .rotate()
    .resize(1600, 1600, { fit: 'inside' })
    .jpeg({ quality: 92 })
    .toBuffer();
  const { width, height } = await sharp(upright).metadata();
  const longer = Math.max(width, height);
  const dark = DARKER.map(async (share) => ({
    scene,
    label: 'dark' as const,
    made: `light × ${String(share)}`,
    bytes: await sharp(upright).linear(share, 0).jpeg().toBuffer(),
  }));
  const blurred = BLUR_SHARE.map(async (share) => ({
    scene,
    label: 'blurred' as const,
    made: `blurred over ${String(share * 1000)} ‰`,
    bytes: await sharp(upright)
      .blur(longer * share)
      .jpeg()
      .toBuffer(),
  }));
  const again = REPEATS.map(async ({ made, scale, brightness, quality }) => ({
    scene,
    label: 'fine' as const,
    made,
    bytes: await sharp(upright)
      .resize(Math.round(width * scale))
      .modulate({ brightness })
      .jpeg({ quality })
      .toBuffer(),
  }));
  const asTaken = { scene, label: 'fine' as const, made: 'as taken', bytes: upright };
  const made = await Promise.all([Promise.all(dark), Promise.all(blurred), Promise.all(again)]);
  return [asTaken, ...made.flat()];
}

export async function labelledSet(originals: readonly Buffer[]): Promise<Labelled[]> {
  const set: Labelled[] = [];
  for (const [scene, original] of originals.entries()) set.push(...(await variantsOf(scene, original)));
  return set;
}

/** What a phone's canvas gives: the middle of the picture, drawn into a square. */
export async function pixelsOf(picture: Buffer, sidePx: number): Promise<Uint8ClampedArray> {
  const { width, height } = await sharp(picture).metadata();
  const [left, top, wide, high] = middleOf(width, height).map(Math.round);
  const pixels = await sharp(picture)
    .extract({ left: left ?? 0, top: top ?? 0, width: wide ?? width, height: high ?? height })
    .resize(sidePx, sidePx, { fit: 'fill', kernel: 'linear' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return new Uint8ClampedArray(pixels);
}
