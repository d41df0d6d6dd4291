import Taro from '@tarojs/taro';
import type { PhotoResult, PhotoSource } from './camera-types';

const DENIED = /auth den|authorize|permission/i;

/** WeChat clears its temporary files when it likes; a photo of an accident must outlive that. */
function keep(temporaryPath: string): Promise<string> {
  const extension = /\.(\w+)$/.exec(temporaryPath)?.[1] ?? 'jpg';
  const { env } = Taro as unknown as { env: { USER_DATA_PATH: string } };
  const kept = `${env.USER_DATA_PATH}/photo-${Date.now()}-${Math.floor(Math.random() * 1e6)}.${extension}`;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: temporaryPath,
      filePath: kept,
      success: () => resolve(kept),
      // A full disk: the temporary file still serves for now.
      fail: () => resolve(temporaryPath),
    });
  });
}

/** One photo from the camera or the album; see photo-vault for how long it is kept. */
export async function takePhoto(source: PhotoSource): Promise<PhotoResult> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['compressed'],
      camera: 'back',
    });
    const file = tempFiles[0];
    if (!file) return { kind: 'cancelled' };
    return { kind: 'taken', photo: { path: await keep(file.tempFilePath), bytes: file.size } };
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    return { kind: DENIED.test(errMsg) ? 'refused' : 'cancelled' };
  }
}

/** Where a camera that was refused can be allowed again. */
export async function openCameraSettings(): Promise<void> {
  await Taro.openSetting();
}
