import Taro from '@tarojs/taro';
import { middleOf, type Pixels } from './photo-pixels-types';

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
export async function readPhotoPixels(path: string, sidePx: number): Promise<Pixels | undefined> {
  try {
    const canvas = Taro.createOffscreenCanvas({
      type: '2d',
      width: sidePx,
      height: sidePx,
    }) as unknown as OffscreenCanvas;
    const picture = await load(canvas, path);
    const context = canvas.getContext('2d');
    context.drawImage(picture, ...middleOf(picture.width, picture.height), 0, 0, sidePx, sidePx);
    return context.getImageData(0, 0, sidePx, sidePx).data;
  } catch {
    return undefined;
  }
}
