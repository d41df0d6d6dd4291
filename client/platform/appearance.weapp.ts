import Taro from '@tarojs/taro';
import type { Chrome, SystemTheme } from './appearance-types';

/** WeChat's standard text size; a person's choice in its settings is told relative to it. */
const STANDARD_TEXT_PX = 17;

export function systemTheme(): SystemTheme {
  return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light';
}

export function watchSystemTheme(onChange: (theme: SystemTheme) => void): void {
  Taro.onThemeChange?.(({ theme }) => onChange(theme === 'dark' ? 'dark' : 'light'));
}

export function systemTextScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  return fontSizeSetting ? fontSizeSetting / STANDARD_TEXT_PX : 1;
}

/** What WeChat draws around the page has to follow the theme too. */
export function applyChrome({ dark, title, groundColor }: Chrome): void {
  void Taro.setNavigationBarColor({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor: groundColor,
    animation: { duration: 0, timingFunc: 'linear' },
  });
  void Taro.setBackgroundColor({ backgroundColor: groundColor });
  if (title !== undefined) void Taro.setNavigationBarTitle({ title });
}
