export interface Photo {
  path: string;
  bytes: number;
}

export type PhotoResult =
  | { kind: 'taken'; photo: Photo }
  | { kind: 'cancelled' }
  | { kind: 'refused' }
  /** A file was chosen that this browser cannot open as a picture, as HEIC in most of them. */
  | { kind: 'unreadable' };

export type PhotoSource = 'camera' | 'album';
