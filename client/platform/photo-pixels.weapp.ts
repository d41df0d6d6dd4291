import Taro from '@tarojs/taro';
import { middleOf, type PhotoPixels, type Pixels } from './photo-pixels-types';

interface Picture {
  width: number;
  height: number;
  src: string;
  onload: () => void;
  onerror: (error: unknown) => void;
}

interface OffscreenCanvas {
  createImage(): Picture;
  getContext(type: '2d'): {
    drawImage(picture: Picture, ...places: number[]): void;
    getImageData(x: number, y: number, width: number, height: number): { data: Pixels };
  };
}

function load(canvas: OffscreenCanvas, path: string): Promise<Picture> {
  return new Promise((resolve, reject) => {
    const picture = canvas.createImage();
    picture.onload = () => resolve(picture);
    picture.onerror = reject;
    picture.src = path;
  });
}

/** The middle of a photo on this phone, drawn into a square; undefined on a phone that cannot draw off the screen. */
export async function readPhotoPixels(path: string, sidePx: number): Promise<PhotoPixels | undefined> {
  try {
    const canvas = Taro.createOffscreenCanvas({
      type: '2d',
      width: sidePx,
      height: sidePx,
    }) as unknown as OffscreenCanvas;
    const picture = await load(canvas, path);
    const context = canvas.getContext('2d');
    const widthPx = picture.width;
    const heightPx = picture.height;
    context.drawImage(picture, ...middleOf(widthPx, heightPx), 0, 0, sidePx, sidePx);
    return { pixels: context.getImageData(0, 0, sidePx, sidePx).data, widthPx, heightPx };
  } catch {
    return undefined;
  }
}
