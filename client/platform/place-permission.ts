import { readStored, removeStored, writeStored } from './storage';

/** Whether this person has let this phone tell where it is before: only then may a screen look without being asked to. */
const KEY = 'draft:place-allowed';

export const placeWasAllowed = (): boolean => readStored(KEY) === true;

export function rememberPlaceAllowed(allowed: boolean): void {
  if (allowed) writeStored(KEY, true);
  else removeStored(KEY);
}
