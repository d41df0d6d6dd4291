import { middleOf, type Pixels } from './photo-pixels-types';

/** The middle of a photo on this phone, drawn into a square; undefined where it cannot be drawn. */
export async function readPhotoPixels(path: string, sidePx: number): Promise<Pixels | undefined> {
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
    context.drawImage(image, ...middleOf(image.naturalWidth, image.naturalHeight), 0, 0, sidePx, sidePx);
    return context.getImageData(0, 0, sidePx, sidePx).data;
  } catch {
    return undefined;
  }
}
