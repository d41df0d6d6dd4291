import { create } from 'zustand';
import { readStored, removeStored, storedKeysUnder, writeStored } from './storage';
import { putAwayKeysUnder } from './put-away';
import type { Shot } from '../../bff/features/claims/contract';

/**
 * A photo on its way, as it lies on the phone from the moment it was taken: which report or claim it belongs to, where its bytes are, and under
 * which request id it goes out. It is taken away only when the server has it.
 */
export interface PhotoRecord {
  /** Also the request id: the same photo sent twice is one photo. */
  id: string;
  /** The claim, `report:<request id>` while the report itself has not arrived, or `link:…` of somebody who was asked by SMS. */
  owner: string;
  /** What it is for, as `ownRear` or `paper:<id>:1`; the newest of a slot counts. */
  slot: string;
  shot: Shot;
  /** Where the bytes are; see platform/photo-vault. */
  ref: string;
  at: number;
  /** Why the server will not take it: it stays until the person has taken another. */
  refusal?: string;
}

/** Of the member; they go out of sight with the account. */
const PHOTO_FOLDER = 'draft:photo:';
/** Of somebody who needs no account. */
const LINK_FOLDER = 'link-photo:';
const REPORT = 'report:';
const LINK = 'link:';

/** Where the outbox puts the server's answer to a report, with the request id behind it. */
export const REPORT_ANSWER = 'draft:claim-answer';

export const ownerOfReport = (requestId: string): string => REPORT + requestId;
export const isReportOwner = (owner: string): boolean => owner.startsWith(REPORT);
export const ownerOfLink = (accident: string): string => LINK + accident;
export const isLinkOwner = (owner: string): boolean => owner.startsWith(LINK);

/** The claim that a report has become, once the answer is on this phone. */
export function claimOfReport(owner: string): string | undefined {
  if (!isReportOwner(owner)) return undefined;
  const { id } = (readStored(`${REPORT_ANSWER}:${owner.slice(REPORT.length)}`) ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function isRecord(value: unknown): value is PhotoRecord {
  const { id, owner, slot, ref, shot } = (value ?? {}) as Partial<PhotoRecord>;
  return [id, owner, slot, ref, shot].every((text) => typeof text === 'string');
}

const keyOf = ({ id, owner }: Pick<PhotoRecord, 'id' | 'owner'>): string =>
  (isLinkOwner(owner) ? LINK_FOLDER : PHOTO_FOLDER) + id;

/** Counts what was written, so that a screen knows when to look again. */
const useChanges = create<{ changes: number }>(() => ({ changes: 0 }));
const changed = (): void => useChanges.setState(({ changes }) => ({ changes: changes + 1 }));

export function storePhotoRecord(record: PhotoRecord): boolean {
  const isStored = writeStored(keyOf(record), record);
  changed();
  return isStored;
}

export function removePhotoRecord(id: string): void {
  removeStored(PHOTO_FOLDER + id);
  removeStored(LINK_FOLDER + id);
  changed();
}

/** As it lies on the phone: a logout may have put it out of sight. */
export const hasPhotoRecord = (id: string): boolean =>
  [PHOTO_FOLDER, LINK_FOLDER].some((folder) => readStored(folder + id) !== undefined);

/** What can be sent or shown now. */
export function storedPhotoRecords(): PhotoRecord[] {
  return [PHOTO_FOLDER, LINK_FOLDER]
    .flatMap(storedKeysUnder)
    .map(readStored)
    .filter(isRecord)
    .sort((one, other) => one.at - other.at);
}

/** Of the member who is here: still to be sent, and to be taken again. */
export function useKeptPhotoCounts(): { toSend: number; refused: number } {
  useChanges();
  const records = storedKeysUnder(PHOTO_FOLDER).map(readStored).filter(isRecord);
  const refused = records.filter(({ refusal }) => refusal !== undefined).length;
  return { toSend: records.length - refused, refused };
}

/** The files that have to stay: of what is in sight, and of every account that has put some away. */
export function photoRefsToKeep(): Set<string> {
  const away = putAwayKeysUnder(PHOTO_FOLDER).map(readStored).filter(isRecord);
  return new Set([...storedPhotoRecords(), ...away].map(({ ref }) => ref));
}
