import type { Chrome, SystemTheme } from './appearance-types';
import './web-motion.scss';

const STANDARD_TEXT_PX = 16;
const darkScheme = () => window.matchMedia('(prefers-color-scheme: dark)');

export function systemTheme(): SystemTheme {
  return darkScheme().matches ? 'dark' : 'light';
}

export function watchSystemTheme(onChange: (theme: SystemTheme) => void): void {
  darkScheme().addEventListener?.('change', (event) => onChange(event.matches ? 'dark' : 'light'));
}

/** A person's text size in the browser's settings shows in the root element. */
export function systemTextScale(): number {
  const rootPx = Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(rootPx) && rootPx > 0 ? rootPx / STANDARD_TEXT_PX : 1;
}

export function applyChrome({ dark, title, groundColor }: Chrome): void {
  document.documentElement.style.backgroundColor = groundColor;
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  // The strip above an installed app takes the colour of the screen under it.
  for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
    meta.setAttribute('content', groundColor);
  if (title !== undefined) document.title = title;
}
