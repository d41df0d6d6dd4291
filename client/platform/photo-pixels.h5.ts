import { middleOf, type PhotoPixels } from './photo-pixels-types';

/** The middle of a photo on this phone, drawn into a square; undefined where it cannot be drawn. */
export async function readPhotoPixels(path: string, sidePx: number): Promise<PhotoPixels | undefined> {
  const image = new Image();
  if (typeof image.decode !== 'function') return undefined;
  try {
    image.src = path;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = sidePx;
    canvas.height = sidePx;
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    const widthPx = image.naturalWidth;
    const heightPx = image.naturalHeight;
    context.drawImage(image, ...middleOf(widthPx, heightPx), 0, 0, sidePx, sidePx);
    return { pixels: context.getImageData(0, 0, sidePx, sidePx).data, widthPx, heightPx };
  } catch {
    return undefined;
  }
}
