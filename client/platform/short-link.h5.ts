import { openLink } from './photo-link';
import { subpackageRoutes } from './route-table';

const SHORT = '#/p?';

/**
 * `/#/p?t=…` from an SMS. What follows the `#` never reaches a server; here it is taken out of the address and the history before any page is drawn, so
 * that neither a shared address nor a picture of the screen gives it away.
 */
export function takeShortLink(): void {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(SHORT) && pathname !== '/p') return;
  const query = new URLSearchParams(hash.startsWith(SHORT) ? hash.slice(SHORT.length) : search);
  const isWhole = openLink(query.get('t') ?? '');
  window.history.replaceState(null, '', `/${subpackageRoutes['claims/link']}${isWhole ? '' : '?cut=1'}`);
}

/** A link opened in a window that shows the app already changes only what follows the `#`. */
export function watchShortLinks(): void {
  window.addEventListener('hashchange', () => {
    if (!window.location.hash.startsWith(SHORT)) return;
    takeShortLink();
    window.location.reload();
  });
}
