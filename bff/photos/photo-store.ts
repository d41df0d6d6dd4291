/**
 * Where the sealed bytes lie: a folder by default, an S3-compatible bucket when an installation grows. What is stored is
 * already encrypted, so a store needs to keep bytes and nothing else.
 */
export interface PhotoStore {
  /** Replaces what was there. Durable when it returns. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is nothing. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removing what is not there is fine. */
  remove(key: string): Promise<void>;
}

export const photoVariants = ['full', 'thumb'] as const;
export type PhotoVariant = (typeof photoVariants)[number];

export const storeKey = (photoId: string, variant: PhotoVariant) => `${photoId}/${variant}`;

/** A piece of a photo that is still arriving. */
export const chunkKey = (photoId: string, chunk: number) => `${photoId}/c${String(chunk).padStart(2, '0')}`;

const KEY = /^([A-Za-z0-9_-]{1,64})\/(full|thumb|c\d\d)$/;

/** @throws Error for what none of the above made */
export function keyParts(key: string): { id: string; file: string } {
  const [, id, file] = KEY.exec(key) ?? [];
  if (id === undefined || file === undefined) throw new Error('not a key of a stored photo');
  return { id, file };
}
