import Taro from '@tarojs/taro';

/** Tells when the app comes to the front and leaves it. */
export function watchForeground(onChange: (inFront: boolean) => void): void {
  Taro.onAppShow(() => onChange(true));
  Taro.onAppHide(() => onChange(false));
}
