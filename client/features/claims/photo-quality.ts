import type { Pixels } from '@/platform/photo-pixels-types';

export type PhotoQuality = 'dark' | 'blurred' | 'fine';

/** Measured on daylight, evening and indoor photos: sharp ones lie above 110, those blurred so that a plate cannot be read below 60. */
const BLURRED_BELOW = 60;
/** A wall or a sheet of paper has no edges either, and is not blurred. */
const PLAIN_BELOW = 12;
const DARK_BELOW = 40;
const BYTES_A_PIXEL = 4;

/** How bright each pixel looks, 0 to 255. */
function greyOf(pixels: Pixels): Float32Array {
  const grey = new Float32Array(pixels.length / BYTES_A_PIXEL);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * BYTES_A_PIXEL;
    const [red = 0, green = 0, blue = 0] = pixels.subarray(from, from + 3);
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return grey;
}

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How strong edges are: the mean square of the difference between a pixel and its four neighbours. */
function edgesOf(grey: Float32Array, sidePx: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 1; y < sidePx - 1; y += 1) {
    for (let x = 1; x < sidePx - 1; x += 1) {
      const at = y * sidePx + x;
      const [here = 0, left = 0, right = 0, above = 0, below = 0] = [
        grey[at],
        grey[at - 1],
        grey[at + 1],
        grey[at - sidePx],
        grey[at + sidePx],
      ];
      sum += (4 * here - left - right - above - below) ** 2;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** Whether a surveyor will see anything in it. Advice only: an imperfect photo is better than none. */
export function qualityOf(pixels: Pixels, sidePx: number): PhotoQuality {
  const grey = greyOf(pixels);
  const mean = meanOf(grey);
  if (mean < DARK_BELOW) return 'dark';
  const spread = Math.sqrt(meanOf(grey.map((value) => (value - mean) ** 2)));
  return spread > PLAIN_BELOW && edgesOf(grey, sidePx) < BLURRED_BELOW ? 'blurred' : 'fine';
}
