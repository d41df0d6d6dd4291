import { create } from 'zustand';
import { systemTextScale, systemTheme, watchSystemTheme } from './appearance';
import type { SystemTheme } from './appearance-types';
import { readStored, writeStored } from './storage';

export type ThemeChoice = 'system' | 'light' | 'dark';

interface Preferences {
  theme: ThemeChoice;
  elder: boolean;
  systemTheme: SystemTheme;
  /** 1 is the platform's standard text; up to 2 is honoured. */
  textScale: number;
}

const KEY = 'preferences';
/** Who has set the phone's text this large is offered elder mode from the first screen. */
const ELDER_FROM_SCALE = 1.3;
const MAX_TEXT_SCALE = 2;

export const usePreferences = create<Preferences>(() => ({
  theme: 'system',
  elder: false,
  systemTheme: 'light',
  textScale: 1,
}));

const isThemeChoice = (value: unknown): value is ThemeChoice =>
  value === 'system' || value === 'light' || value === 'dark';

/** Called once at launch: what was chosen before, else what the phone is set to. */
export function loadPreferences(): void {
  const textScale = Math.min(MAX_TEXT_SCALE, Math.max(1, systemTextScale()));
  const stored = (readStored(KEY) ?? {}) as { theme?: unknown; elder?: unknown };
  usePreferences.setState({
    theme: isThemeChoice(stored.theme) ? stored.theme : 'system',
    elder: typeof stored.elder === 'boolean' ? stored.elder : textScale >= ELDER_FROM_SCALE,
    systemTheme: systemTheme(),
    textScale,
  });
  watchSystemTheme((theme) => usePreferences.setState({ systemTheme: theme }));
}

export function choosePreferences(choice: Partial<Pick<Preferences, 'theme' | 'elder'>>): void {
  usePreferences.setState(choice);
  const { theme, elder } = usePreferences.getState();
  writeStored(KEY, { theme, elder });
}

export const useElder = (): boolean => usePreferences((state) => state.elder);
export const useDark = (): boolean =>
  usePreferences((state) => (state.theme === 'system' ? state.systemTheme : state.theme) === 'dark');
