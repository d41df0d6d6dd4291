import { readStored, removeStored, storedKeysUnder, writeStored } from '@/platform/storage';
import { shot, type Shot } from '../../../../bff/features/claims/contract';

/**
 * A photo on its way, as it lies on the phone from the moment it was taken: which report or claim it belongs to, where its bytes are, and under
 * which request id it goes out. It is taken away only when the server has it.
 */
export interface PhotoRecord {
  /** Also the request id: the same photo sent twice is one photo. */
  id: string;
  /** The claim, or `report:<request id>` while the report itself has not arrived. */
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

const FOLDER = 'draft:photo:';
const REPORT = 'report:';

export const ownerOfReport = (requestId: string): string => REPORT + requestId;
export const isReportOwner = (owner: string): boolean => owner.startsWith(REPORT);
/** The request id of a report that has not arrived yet. */
export const reportOf = (owner: string): string | undefined =>
  isReportOwner(owner) ? owner.slice(REPORT.length) : undefined;

const shots: readonly string[] = shot.options;

function isRecord(value: unknown): value is PhotoRecord {
  const { id, owner, slot, ref, shot: wanted } = (value ?? {}) as Partial<PhotoRecord>;
  const texts = [id, owner, slot, ref, wanted];
  return texts.every((text) => typeof text === 'string') && shots.includes(wanted ?? '');
}

export const storePhotoRecord = (record: PhotoRecord): boolean => writeStored(FOLDER + record.id, record);
export const removePhotoRecord = (id: string): void => removeStored(FOLDER + id);

/** As it lies on the phone: a logout may have taken it away. */
export const hasPhotoRecord = (id: string): boolean => readStored(FOLDER + id) !== undefined;

export function storedPhotoRecords(): PhotoRecord[] {
  return storedKeysUnder(FOLDER)
    .map(readStored)
    .filter(isRecord)
    .sort((one, other) => one.at - other.at);
}
