import type { PhotoPixels, Pixels } from '@/platform/photo-pixels-types';

/** Pure arithmetic over the pixels of a square, the same in WeChat, in a browser and in `npm run bench photos`, where the thresholds come from. */
export type PhotoQuality = 'black' | 'blank' | 'dark' | 'blurred' | 'fine';

export interface PhotoMeasures {
  /** Mean brightness, 0 to 255. */
  brightness: number;
  /** How far the brightness spreads around its mean. */
  contrast: number;
  /** How strong edges are: the variance of the Laplacian. */
  edges: number;
  /** 64 bits: whether each of 8 × 8 patches is brighter than its right neighbour. */
  hash: string;
}

export const DARK_BELOW = 40;
export const BLURRED_BELOW = 50;
/** A wall or a sheet of paper has no edges either, and is not blurred. */
const PLAIN_BELOW = 12;
/** Less than the grain of any camera: nothing at all was photographed. */
const EMPTY_BELOW = 2;
const BLACK_BELOW = 12;
/** Two pictures of the same thing from the same place differ in fewer of the 64 bits. */
export const SAME_WITHIN_BITS = 6;
const BYTES_A_PIXEL = 4;
/** Two patches of the same sky differ by no more than this; it says nothing about the picture. */
const GRAIN = 2;
const HASH_ROWS = 8;
const HASH_COLUMNS = 9;

/** How bright each pixel looks, 0 to 255. */
function greyOf(pixels: Pixels): Float32Array {
  const grey = new Float32Array(pixels.length / BYTES_A_PIXEL);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * BYTES_A_PIXEL;
    grey[at] =
      0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0);
  }
  return grey;
}

const meanOf = (values: Float32Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean square of the difference between a pixel and its four neighbours. */
function edgesOf(grey: Float32Array, sidePx: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 1; y < sidePx - 1; y += 1) {
    for (let x = 1; x < sidePx - 1; x += 1) {
      const at = y * sidePx + x;
      const around =
        (grey[at - 1] ?? 0) + (grey[at + 1] ?? 0) + (grey[at - sidePx] ?? 0) + (grey[at + sidePx] ?? 0);
      sum += (4 * (grey[at] ?? 0) - around) ** 2;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function patchMean(grey: Float32Array, sidePx: number, column: number, row: number): number {
  const left = Math.floor((column * sidePx) / HASH_COLUMNS);
  const right = Math.floor(((column + 1) * sidePx) / HASH_COLUMNS);
  const top = Math.floor((row * sidePx) / HASH_ROWS);
  const bottom = Math.floor(((row + 1) * sidePx) / HASH_ROWS);
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) sum += grey[y * sidePx + x] ?? 0;
  return sum / Math.max(1, (right - left) * (bottom - top));
}

/** A difference hash: what it says does not change with light, size or compression. */
function hashOf(grey: Float32Array, sidePx: number): string {
  let hash = '';
  for (let row = 0; row < HASH_ROWS; row += 1) {
    for (let column = 0; column < HASH_COLUMNS - 1; column += 1) {
      const isBrighter =
        patchMean(grey, sidePx, column, row) > patchMean(grey, sidePx, column + 1, row) + GRAIN;
      hash += isBrighter ? '1' : '0';
    }
  }
  return hash;
}

export function measurePhoto(pixels: Pixels, sidePx: number): PhotoMeasures {
  const grey = greyOf(pixels);
  const brightness = meanOf(grey);
  const contrast = Math.sqrt(meanOf(grey.map((value) => (value - brightness) ** 2)));
  return { brightness, contrast, edges: edgesOf(grey, sidePx), hash: hashOf(grey, sidePx) };
}

/** Whether a surveyor will see anything in it. Advice only: an imperfect photo is better than none. */
export function qualityOf({ brightness, contrast, edges }: PhotoMeasures): PhotoQuality {
  if (brightness < BLACK_BELOW) return 'black';
  if (contrast < EMPTY_BELOW) return 'blank';
  if (brightness < DARK_BELOW) return 'dark';
  return contrast > PLAIN_BELOW && edges < BLURRED_BELOW ? 'blurred' : 'fine';
}

/** A plate across a third of the picture then has some hundred pixels: enough to be read, and less is not. */
const SHORT_SIDE_PX = 320;

/** A thumbnail instead of the photo: whatever is in it, nobody can read a plate from it. */
export const isTooSmall = ({ widthPx, heightPx }: Pick<PhotoPixels, 'widthPx' | 'heightPx'>): boolean =>
  Math.min(widthPx, heightPx) < SHORT_SIDE_PX;

/** In how many of the 64 bits two hashes differ. */
export const hashDistance = (one: string, other: string): number =>
  [...one].filter((bit, at) => bit !== other[at]).length;

/** A picture without contrast resembles every other one: nothing can be said about it. */
export const isSamePicture = (one: PhotoMeasures, other: PhotoMeasures): boolean =>
  one.contrast > PLAIN_BELOW &&
  other.contrast > PLAIN_BELOW &&
  hashDistance(one.hash, other.hash) <= SAME_WITHIN_BITS;
