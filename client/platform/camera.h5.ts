import Taro from '@tarojs/taro';
import type { PhotoResult, PhotoSource } from './camera-types';

/** One photo through the browser's file picker, which opens the camera on a phone. */
export async function takePhoto(source: PhotoSource): Promise<PhotoResult> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: [source],
      camera: 'back',
    });
    const file = tempFiles[0];
    return file
      ? { kind: 'taken', photo: { path: file.tempFilePath, bytes: file.size } }
      : { kind: 'unreadable' };
  } catch {
    return { kind: 'cancelled' };
  }
}

/** A browser opens its own settings only by hand. */
export function openCameraSettings(): Promise<void> {
  return Promise.resolve();
}
