import Taro from '@tarojs/taro';

const BETWEEN_KNOCKS_MS = 250;

const short = (type: 'medium' | 'heavy') => Taro.vibrateShort({ type }).catch(() => undefined);

/** A short knock for yes, a long one for no, two for what is not known yet: a clerk must feel the answer without looking. */
export function vibrateFor(answer: 'yes' | 'no' | 'unsure'): void {
  if (answer === 'no') void Taro.vibrateLong().catch(() => undefined);
  else void short(answer === 'yes' ? 'medium' : 'heavy');
  if (answer === 'unsure') setTimeout(() => void short('heavy'), BETWEEN_KNOCKS_MS);
}
