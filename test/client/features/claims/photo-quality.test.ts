import {
  hashDistance,
  isSamePicture,
  isTooSmall,
  measurePhoto,
  qualityOf,
} from '@/features/claims/photos/photo-quality';

const SIDE_PX = 64;
const SHARP_STRIPE_PX = 4;

/** A grey picture from the brightness of each of its pixels. */
function drawn(brightness: (x: number, y: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(SIDE_PX * SIDE_PX * 4);
  for (let at = 0; at < SIDE_PX * SIDE_PX; at += 1) {
    const value = brightness(at % SIDE_PX, Math.floor(at / SIDE_PX));
    pixels.set([value, value, value, 255], at * 4);
  }
  return pixels;
}

const stripes = (bright: number, dim: number) =>
  drawn((x) => (Math.floor(x / SHARP_STRIPE_PX) % 2 === 0 ? bright : dim));

it.each([
  ['a sharp picture in daylight', stripes(200, 60), 'fine'],
  ['the same at night', stripes(40, 10), 'dark'],
  ['bright and dark without any edge', drawn((x) => 60 + x * 2.5), 'blurred'],
  ['a plain wall, which has no edges either', drawn((x, y) => 180 + ((x * 7 + y * 13) % 11)), 'fine'],
  ['nothing at all', drawn(() => 255), 'blank'],
  ['a covered lens', drawn(() => 2), 'black'],
])('%s', (_name, pixels, quality) => {
  expect(qualityOf(measurePhoto(pixels, SIDE_PX))).toBe(quality);
});

it.each([
  ['a thumbnail', 50, 50, true],
  ['a strip of a photo', 1200, 200, true],
  ['the smallest that a plate can be read from', 320, 480, false],
  ['what a phone takes', 3024, 4032, false],
])('%s', (_name, widthPx, heightPx, small) => {
  expect(isTooSmall({ widthPx, heightPx })).toBe(small);
});

describe('the same picture twice', () => {
  const scene = drawn((x, y) => 128 + 90 * Math.sin(x / 5) * Math.cos(y / 7));
  const lighter = drawn((x, y) => 150 + 80 * Math.sin(x / 5) * Math.cos(y / 7));
  const other = drawn((x, y) => 128 + 90 * Math.sin(y / 4) * Math.cos((x + y) / 9));
  const of = (pixels: Uint8ClampedArray) => measurePhoto(pixels, SIDE_PX);

  it('is known again in another light', () => {
    expect(isSamePicture(of(scene), of(lighter))).toBe(true);
  });

  it('is not found in another picture', () => {
    expect(hashDistance(of(scene).hash, of(other).hash)).toBeGreaterThan(15);
    expect(isSamePicture(of(scene), of(other))).toBe(false);
  });

  it('is not claimed of two plain walls', () => {
    const wall = drawn(() => 180);
    expect(isSamePicture(of(wall), of(drawn(() => 90)))).toBe(false);
  });
});
