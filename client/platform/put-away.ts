import { readStored, removeStored, storedKeysUnder, writeStored } from './storage';

/**
 * What of an account outlives its logout on this phone: a report of an accident that has not left it, and the photos. It is moved out of sight under
 * the account's own name, where no screen looks, and comes back when the same account logs in.
 */
const AWAY = 'away:';
const outliving = ['draft:claim-', 'draft:photo:', 'pending:claim-report'];

const folderOf = (account: string): string => `${AWAY}${encodeURIComponent(account)}:`;

/** Written at its new place before it goes from the old one, so that an app killed in between loses nothing; a full phone has room only after. */
function move(from: string, to: string): void {
  const value = readStored(from);
  const isWritten = writeStored(to, value);
  removeStored(from);
  if (!isWritten) writeStored(to, value);
}

export function putAway(account: string): void {
  for (const key of outliving.flatMap(storedKeysUnder)) move(key, folderOf(account) + key);
}

/** What was begun since then stands in its place and stays there; what gave way comes back once that is done. */
export function bringBack(account: string): void {
  for (const key of storedKeysUnder(folderOf(account))) {
    const place = key.slice(folderOf(account).length);
    if (readStored(place) === undefined) move(key, place);
  }
}

/** One account has become part of another: what lies here for it comes back with the other from now on. */
export function handOver(from: string, into: string): void {
  for (const key of storedKeysUnder(folderOf(from))) {
    const place = folderOf(into) + key.slice(folderOf(from).length);
    if (readStored(place) === undefined) move(key, place);
  }
}

/** The person wants nothing of theirs left here. */
export function erasePutAway(account: string): void {
  storedKeysUnder(folderOf(account)).forEach(removeStored);
}

/** The keys of all accounts that have put away something of this kind. */
export const putAwayKeysUnder = (keyPrefix: string): string[] =>
  storedKeysUnder(AWAY).filter((key) => key.slice(key.indexOf(':', AWAY.length) + 1).startsWith(keyPrefix));
