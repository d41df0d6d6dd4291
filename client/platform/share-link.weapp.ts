import type { LinkSent } from './share-link-types';

/** WeChat hands a card to a chat; there is no address that a person could copy. */
export const linkTo = (_url: string): string | undefined => undefined;

export const linkWithSecret = (_url: string, _secret: string): string | undefined => undefined;

export const secretOfLink = (params: Readonly<Record<string, string | undefined>>): string =>
  params.token ?? '';

export const canShareLinks = (): boolean => false;

export const shareLink = (_what: { title: string; url: string }): Promise<LinkSent> =>
  Promise.resolve('cancelled');

export const copyLink = (_url: string): Promise<LinkSent> => Promise.resolve('byHand');
