import Taro from '@tarojs/taro';

/** Shows pictures large, one of them first. */
export async function previewPhotos(addresses: readonly string[], first: number): Promise<void> {
  try {
    await Taro.previewImage({ urls: [...addresses], current: addresses[first] ?? '' });
  } catch {
    // Closed at once, or a picture that is gone: the small one is still on the screen.
  }
}
