/** A photo to be read piece by piece: a whole one may be more than a phone has memory for. */
export interface OpenPhoto {
  bytes: number;
  mediaType: string;
  read: (from: number, length: number) => Promise<ArrayBuffer>;
}
