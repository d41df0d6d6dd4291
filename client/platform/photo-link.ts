import { create } from 'zustand';
import type { AskedPurpose } from './consent-question';
import { readStored, writeStored } from './storage';

/**
 * The link by which somebody who is no member adds photos to one claim. It stays on this phone for as long as it lives, because a browser drops a page
 * while the camera is open; it never stays in an address.
 */
interface OpenLink {
  token: string | undefined;
  /** Whose the photos are on this phone; known once the link has been opened. */
  owner: string | undefined;
  /** Agreed to for this link alone: who opens the next one is asked again. */
  agreed: readonly AskedPurpose[];
}

const KEY = 'photo-link';
const TOKEN = /^[\w-]{32}$/;

const none: OpenLink = { token: undefined, owner: undefined, agreed: [] };

export const usePhotoLink = create<OpenLink>(() => ({ ...none, ...(readStored(KEY) as Partial<OpenLink>) }));

const change = (patch: Partial<OpenLink>): void => {
  usePhotoLink.setState(patch);
  writeStored(KEY, usePhotoLink.getState());
};

/** What came with the address; false for what cannot be a link of ours. */
export function openLink(token: string): boolean {
  if (!TOKEN.test(token)) return false;
  if (usePhotoLink.getState().token !== token) change({ ...none, token });
  return true;
}

export function nameLinkOwner(owner: string): void {
  if (usePhotoLink.getState().owner !== owner) change({ owner });
}

export const agreeForLink = (purpose: AskedPurpose): void =>
  change({ agreed: [...usePhotoLink.getState().agreed, purpose] });

export const tokenOfLink = (owner: string): string | undefined => {
  const link = usePhotoLink.getState();
  return link.owner === owner ? link.token : undefined;
};
