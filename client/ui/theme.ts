import type { CSSProperties } from 'react';
import { useDark, useElder, usePreferences } from '@/platform/preferences';
import { cls } from './class-names';

/** The classes and the text scale that make the tokens hold; for the page wrapper and for nothing inside it. */
export function useTheme(): { className: string; style: CSSProperties; dark: boolean; elder: boolean } {
  const dark = useDark();
  const elder = useElder();
  const textScale = usePreferences((state) => state.textScale);
  return {
    className: cls('theme', dark && 'theme-dark', elder && 'theme-elder'),
    style: textScale === 1 ? {} : ({ '--text-scale': String(textScale) } as CSSProperties),
    dark,
    elder,
  };
}
