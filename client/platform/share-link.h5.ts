import type { LinkSent } from './share-link-types';

/** A whole address, for what is no secret. */
export const linkTo = (url: string): string | undefined => window.location.origin + url;

/** Behind the `#`: that part of an address never leaves the browser, so no log and no other site learns the secret. */
export const linkWithSecret = (url: string, secret: string): string | undefined =>
  `${window.location.origin}${url}#${secret}`;

export const secretOfLink = (_params: Readonly<Record<string, string | undefined>>): string =>
  window.location.hash.slice(1);

/** Where the phone has a share sheet of its own, as most do. */
export const canShareLinks = (): boolean => typeof navigator.share === 'function';

export async function shareLink(what: { title: string; url: string }): Promise<LinkSent> {
  try {
    await navigator.share(what);
    return 'sent';
  } catch {
    return 'cancelled';
  }
}

/** `byHand` where the browser forbids it: then the link has to stand on the screen. */
export async function copyLink(url: string): Promise<LinkSent> {
  try {
    await navigator.clipboard.writeText(url);
    return 'sent';
  } catch {
    return 'byHand';
  }
}
