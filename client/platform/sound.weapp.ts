import Taro from '@tarojs/taro';

/** Two tones told apart in a noisy shop. A phone on silent stays silent: nothing depends on the sound alone. */
export function playSound(source: string): void {
  try {
    const player = Taro.createInnerAudioContext();
    player.src = source;
    player.onEnded(() => player.destroy());
    player.onError(() => player.destroy());
    player.play();
  } catch {
    // No audio here; the screen and the vibration say it too.
  }
}
