interface Context2d {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
}

export interface DrawnCanvas {
  /** RGBA as a camera would see it: white where nothing was drawn. */
  pixels: Uint8ClampedArray;
  widthPx: number;
  heightPx: number;
}

interface Stroke {
  dark: boolean;
  box: [x: number, y: number, width: number, height: number];
}

const WHITE = 255;
const BYTES_A_PIXEL = 4;
/** Colours come as `#rrggbb`; the darker half counts as ink. */
const HALF = 0x80;
const isDark = (colour: string): boolean => Number.parseInt(colour.slice(1, 3), 16) < HALF;

/** A Canvas 2D that keeps what was drawn, so that a test can point a scanner at it. */
export class Canvas {
  width = 0;
  height = 0;
  private readonly strokes: Stroke[] = [];

  getContext(): Context2d {
    const context: Context2d = {
      fillStyle: '#000000',
      fillRect: (...box) => void this.strokes.push({ dark: isDark(context.fillStyle), box }),
    };
    return context;
  }

  drawn(): DrawnCanvas {
    const pixels = new Uint8ClampedArray(this.width * this.height * BYTES_A_PIXEL).fill(WHITE);
    for (const { dark, box } of this.strokes) {
      const [left, top, width, height] = box;
      for (let y = top; y < Math.min(top + height, this.height); y += 1) {
        const from = (y * this.width + left) * BYTES_A_PIXEL;
        for (let at = from; at < from + width * BYTES_A_PIXEL; at += 1) {
          if (at % BYTES_A_PIXEL !== BYTES_A_PIXEL - 1) pixels[at] = dark ? 0 : WHITE;
        }
      }
    }
    return { pixels, widthPx: this.width, heightPx: this.height };
  }
}
