import { qualityOf } from '@/features/claims/photo-quality';

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
  ['a plain wall, which has no edges either', drawn(() => 180), 'fine'],
])('%s', (_name, pixels, quality) => {
  expect(qualityOf(pixels, SIDE_PX)).toBe(quality);
});
