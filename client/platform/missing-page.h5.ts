import { missingPageWords } from './messages';
import { usePreferences } from './preferences';
import { takeNewerRelease } from './newer-release';
import './missing-page.scss';

/** Names that the bundler gives to a script and to a style sheet that did not arrive. */
const MISSING = new Set(['ChunkLoadError', 'CSS_CHUNK_LOAD_FAILED']);

function isMissingFile(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const { code } = reason as Error & { code?: unknown };
  return MISSING.has(reason.name) || (typeof code === 'string' && MISSING.has(code));
}

function part(tag: 'div' | 'p' | 'h1', name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = `missing-page__${name}`;
  made.textContent = text;
  return made;
}

function button(name: string, text: string, onTap: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `missing-page__button missing-page__${name}`;
  made.textContent = text;
  made.addEventListener('click', onTap);
  return made;
}

function themeClasses(): string {
  const { theme, systemTheme, elder } = usePreferences.getState();
  const dark = theme === 'dark' || (theme === 'system' && systemTheme === 'dark');
  return ['theme', dark && 'theme-dark', elder && 'theme-elder'].filter(Boolean).join(' ');
}

/** The page before is still on the screen, under this one; without one, home is the way back. */
function wayBack(close: () => void): HTMLButtonElement {
  const back = () => {
    close();
    window.history.back();
  };
  return document.querySelector('.taro_page')
    ? button('back', missingPageWords.back, back)
    : button('back', missingPageWords.home, () => window.location.assign('/'));
}

/** Plain DOM, because the page that would show it is what is missing. */
function showMissingPage(): void {
  if (document.querySelector('.missing-page')) return;
  const behind = document.getElementById('app');
  const screen = document.createElement('div');
  screen.className = `${themeClasses()} missing-page`;
  screen.setAttribute('role', 'alertdialog');
  screen.setAttribute('aria-modal', 'true');
  screen.setAttribute('aria-label', missingPageWords.title);
  const close = () => {
    window.removeEventListener('popstate', close);
    behind?.removeAttribute('inert');
    screen.remove();
  };
  const sign = document.createElement('span');
  sign.className = 'ui-icon ui-icon-l i-cloudoff';
  const detail = navigator.onLine ? missingPageWords.online : missingPageWords.offline;
  const retry = button('retry', missingPageWords.retry, () => window.location.reload());
  const middle = part('div', 'middle');
  middle.append(sign, part('h1', 'title', missingPageWords.title), part('p', 'detail', detail));
  middle.append(retry, wayBack(close));
  screen.append(middle);
  behind?.setAttribute('inert', '');
  document.body.append(screen);
  window.addEventListener('popstate', close);
  retry.focus();
}

/** A page whose files do not come: because a newer release took them away, or because there is no network. */
export function watchMissingFiles(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isMissingFile(event.reason)) return;
    event.preventDefault();
    void takeNewerRelease().then((taken) => {
      if (!taken) showMissingPage();
    });
  });
}
