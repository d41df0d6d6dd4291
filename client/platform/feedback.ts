import Taro from '@tarojs/taro';

/** A short knock for yes, a long one for no: a clerk must feel the answer without looking. */
export function vibrateFor(answer: 'yes' | 'no'): void {
  const vibrate = answer === 'yes' ? () => Taro.vibrateShort({ type: 'medium' }) : () => Taro.vibrateLong();
  vibrate().catch(() => undefined);
}
