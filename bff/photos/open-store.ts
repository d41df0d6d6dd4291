import path from 'node:path';
import type { Logger } from 'pino';
import type { PhotoStorage } from '../config';
import { createFolderStore } from './folder-store';
import { photoProblems } from './photo-problems';
import type { PhotoStore } from './photo-store';
import { createS3Store } from './s3-store';

export interface OpenStore {
  store: PhotoStore;
  close(): void;
}

/** A full disk and a bucket that is away answer alike: nothing was kept, the phone still has the picture, try again. */
function honest(store: PhotoStore, log: Logger): PhotoStore {
  return {
    ...store,
    async put(key, bytes) {
      try {
        await store.put(key, bytes);
      } catch (error) {
        log.error({ err: error }, 'a photo could not be stored; look at the photo storage');
        throw photoProblems.notStored();
      }
    },
  };
}

export async function openPhotoStore(
  { s3, dataDir }: PhotoStorage & { dataDir: string },
  log: Logger,
): Promise<OpenStore> {
  if (!s3) {
    return { store: honest(createFolderStore(path.join(dataDir, 'photos')), log), close: () => undefined };
  }
  const { close, ...store } = await createS3Store(s3);
  return { store: honest(store, log), close };
}
