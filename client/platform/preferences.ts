import { create } from 'zustand';
import { systemTextScale, systemTheme, watchSystemTheme } from './appearance';
import type { SystemTheme } from './appearance-types';
import { readStored, removeStored, writeStored } from './storage';

export type ThemeChoice = 'system' | 'light' | 'dark';

interface Preferences {
  theme: ThemeChoice;
  elder: boolean;
  systemTheme: SystemTheme;
  /** 1 is the platform's standard text; up to 2 is honoured. */
  textScale: number;
}

type Choice = Partial<Pick<Preferences, 'theme' | 'elder'>>;

/** Only what was chosen: what was not follows the phone. */
interface Stored extends Choice {
  /** Chosen while nobody was logged in. */
  unsent?: Choice;
  /** What the account last said, and when it was heard. */
  account?: Required<Choice> & { at: number };
}

const KEY = 'preferences';
/** Who has set the phone's text this large is offered elder mode from the first screen. */
const ELDER_FROM_SCALE = 1.3;
const MAX_TEXT_SCALE = 2;
/** An account that says this may never have been asked. */
const UNCHOSEN: Required<Choice> = { theme: 'system', elder: false };

export const usePreferences = create<Preferences>(() => ({
  theme: 'system',
  elder: false,
  systemTheme: 'light',
  textScale: 1,
}));

const isThemeChoice = (value: unknown): value is ThemeChoice =>
  value === 'system' || value === 'light' || value === 'dark';

const stored = (): Stored => (readStored(KEY) ?? {}) as Stored;

/** Called once at launch: what was chosen before, else what the phone is set to. */
export function loadPreferences(): void {
  const textScale = Math.min(MAX_TEXT_SCALE, Math.max(1, systemTextScale()));
  const { theme, elder } = stored();
  usePreferences.setState({
    theme: isThemeChoice(theme) ? theme : 'system',
    elder: typeof elder === 'boolean' ? elder : textScale >= ELDER_FROM_SCALE,
    systemTheme: systemTheme(),
    textScale,
  });
  watchSystemTheme((next) => usePreferences.setState({ systemTheme: next }));
}

/** `toldAccount`: the choice is on its way to the account; else it is told at the next login. */
export function choosePreferences(choice: Choice, { toldAccount }: { toldAccount: boolean }): void {
  usePreferences.setState(choice);
  const before = stored();
  const account = before.account && { ...before.account, ...choice, at: Date.now() };
  const kept: Stored = toldAccount
    ? { ...before, ...choice, account }
    : { ...before, ...choice, unsent: { ...before.unsent, ...choice } };
  writeStored(KEY, kept);
}

/** What of the account's word holds here: at the first meeting what somebody chose, later what was changed on another phone. */
function newsOf(said: Required<Choice>, known: Required<Choice> | undefined): Choice {
  const { theme, elder } = known ?? UNCHOSEN;
  return {
    ...(said.theme === theme ? {} : { theme: said.theme }),
    ...(said.elder === elder ? {} : { elder: said.elder }),
  };
}

/**
 * Takes over what the account says, heard at `at`, and gives back what this person chose before logging in and the account does not know yet. A size of
 * text that came from the phone's own setting is no choice: it stays on this phone.
 */
export function adoptPreferences(said: Required<Choice>, at: number): Choice {
  const before = stored();
  if (before.account && before.account.at >= at) return {};
  const news = newsOf(said, before.account);
  const unsent = before.unsent ?? {};
  const isUntold = (name: keyof Choice) =>
    unsent[name] !== undefined && !(name in news) && unsent[name] !== said[name];
  const toTell: Choice = {
    ...(isUntold('theme') ? { theme: unsent.theme } : {}),
    ...(isUntold('elder') ? { elder: unsent.elder } : {}),
  };
  usePreferences.setState(news);
  const { theme, elder } = { ...before, ...news };
  const account = { theme: said.theme, elder: said.elder, ...toTell, at };
  writeStored(KEY, { theme, elder, account } satisfies Stored);
  return toTell;
}

/** The next person on this phone sees it as it is, and their account is not told the choices of the one before. */
export function forgetAccountPreferences(): void {
  const { theme, elder } = stored();
  if (theme !== undefined || elder !== undefined) writeStored(KEY, { theme, elder } satisfies Stored);
  else removeStored(KEY);
}

export const useElder = (): boolean => usePreferences((state) => state.elder);
export const useDark = (): boolean =>
  usePreferences((state) => (state.theme === 'system' ? state.systemTheme : state.theme) === 'dark');
