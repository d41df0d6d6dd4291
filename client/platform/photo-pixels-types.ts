/** RGBA of a square, row by row. */
export type Pixels = Uint8ClampedArray;

/** The middle of a photo, small enough to be measured, and how large the whole of it is. */
export interface PhotoPixels {
  pixels: Pixels;
  widthPx: number;
  heightPx: number;
}

/** The middle of a picture: half of its width and height, where the thing is that was photographed. */
export function middleOf(widthPx: number, heightPx: number): [x: number, y: number, w: number, h: number] {
  return [widthPx / 4, heightPx / 4, widthPx / 2, heightPx / 2];
}
