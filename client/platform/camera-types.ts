export interface Photo {
  path: string;
  bytes: number;
}

export type PhotoResult = { kind: 'taken'; photo: Photo } | { kind: 'cancelled' } | { kind: 'refused' };

export type PhotoSource = 'camera' | 'album';
