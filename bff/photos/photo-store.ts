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
