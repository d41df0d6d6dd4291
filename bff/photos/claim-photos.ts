import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { FieldCipher } from '../crypto/field-cipher';
import { inTransaction } from '../database/transaction';
import type { CleanPicture } from './clean-picture';
import { photoProblems } from './photo-problems';
import {
  abandonPhoto,
  completePhoto,
  findPhoto,
  insertPhoto,
  listPhotos,
  removePhoto,
  type PhotoRow,
} from './photo-rows';
import { newPhotoKey, openPhoto, sealPhoto } from './photo-seal';
import { photoVariants, storeKey, type PhotoStore, type PhotoVariant } from './photo-store';
import { noteFilesGone } from './unfinished-photos';

export interface ClaimPhoto {
  id: string;
  claimId: string;
  ownerId: string;
  shot: string;
  sha256: string;
  at: Date;
}

interface Owned {
  claimId: string;
  ownerId: string;
}

/** A photo whose id and key were there before its picture was. */
interface KeyedPhoto {
  id: string;
  key: Buffer;
  picture: CleanPicture;
}

/**
 * The pictures of claims: rows in the database, sealed bytes in the store. A row is reserved before its files are written
 * and completed in the caller's transaction, so that a crash at any point leaves either a photo or something the sweep
 * tidies away, never a file nobody knows of.
 */
export interface ClaimPhotos {
  /** Not a photo yet: its files lie there, its place is taken for two minutes. @throws Problem 409 PHOTO_LIMIT_REACHED */
  store(photo: Owned & { shot: string; picture: CleanPicture }): Promise<string>;
  complete(transaction: PoolClient, photoId: string): Promise<ClaimPhoto>;
  /** Gives the place of a stored one back that did not become a photo; never throws, the sweep does it otherwise. */
  abandon(photoId: string): Promise<void>;
  /** For an upload, whose own row names the files: they are stored first … */
  storeFiles(photo: KeyedPhoto): Promise<void>;
  /** … and become a photo in its transaction. @throws Problem 409 PHOTO_LIMIT_REACHED */
  keep(transaction: PoolClient, photo: Owned & KeyedPhoto & { shot: string }): Promise<ClaimPhoto>;
  list(address: Owned): Promise<ClaimPhoto[]>;
  find(address: Owned & { id: string }): Promise<ClaimPhoto | undefined>;
  /** @returns 'unknown' for what is not the owner's; removing twice is fine */
  remove(photo: Owned & { id: string }): Promise<'removed' | 'alreadyRemoved' | 'unknown'>;
  /** The picture of a signed address. */
  open(address: { claimId: string; photoId: string; variant: PhotoVariant }): Promise<Buffer | undefined>;
  removeFiles(photoId: string): Promise<void>;
}

const photoOf = (row: PhotoRow): ClaimPhoto => ({
  id: row.id,
  claimId: row.claim_id,
  ownerId: row.owner_id,
  shot: row.shot,
  sha256: row.sha256,
  at: row.created_at,
});

const cellOf = (photoId: string) => ({ column: 'bff.claim_photos.content_key_sealed', rowId: photoId });

export interface ClaimPhotosDeps {
  pool: Pool;
  cipher: FieldCipher;
  store: PhotoStore;
}

export function createClaimPhotos({ pool, cipher, store }: ClaimPhotosDeps): ClaimPhotos {
  async function removeFiles(photoId: string): Promise<void> {
    await Promise.all(photoVariants.map((variant) => store.remove(storeKey(photoId, variant))));
    await noteFilesGone(pool, photoId);
  }

  async function storeFiles({ id, key, picture }: KeyedPhoto): Promise<void> {
    await Promise.all(
      photoVariants.map((variant) => {
        const place = storeKey(id, variant);
        return store.put(place, sealPhoto(key, place, picture[variant]));
      }),
    );
  }

  async function insert(
    transaction: PoolClient,
    photo: Owned & KeyedPhoto & { shot: string },
    state: 'storing' | 'received',
  ): Promise<PhotoRow> {
    const { id, claimId, ownerId, shot, key, picture } = photo;
    const { sha256, width, height } = picture;
    const contentKeySealed = cipher.seal(key.toString('base64'), cellOf(id));
    const bytes = picture.full.length;
    const row = { id, claimId, ownerId, shot, sha256, bytes, width, height, contentKeySealed };
    const inserted = await insertPhoto(transaction, row, state);
    if (!inserted) throw photoProblems.tooMany();
    return inserted;
  }

  async function abandon(photoId: string): Promise<void> {
    await abandonPhoto(pool, photoId).catch(() => undefined);
  }

  return {
    async store({ claimId, ownerId, shot, picture }) {
      const photo = { id: uuidv7(), claimId, ownerId, shot, key: newPhotoKey(), picture };
      await inTransaction(pool, (own) => insert(own, photo, 'storing'));
      try {
        await storeFiles(photo);
      } catch (error) {
        await abandon(photo.id);
        throw error;
      }
      return photo.id;
    },
    async complete(transaction, photoId) {
      const completed = await completePhoto(transaction, photoId);
      if (!completed) throw new Error('the reservation of a photo was given up while it was stored');
      return photoOf(completed);
    },
    abandon,
    storeFiles,
    keep: async (transaction, photo) => photoOf(await insert(transaction, photo, 'received')),
    async list(address) {
      return (await listPhotos(pool, address)).map(photoOf);
    },
    async find(address) {
      return (await listPhotos(pool, address)).map(photoOf).find(({ id }) => id === address.id);
    },
    remove: (photo) => removePhoto(pool, photo),
    async open({ claimId, photoId, variant }) {
      const row = await findPhoto(pool, { claimId, photoId });
      if (!row?.content_key_sealed) return undefined;
      const place = storeKey(photoId, variant);
      const sealed = await store.get(place);
      if (!sealed) return undefined;
      const key = Buffer.from(cipher.open(row.content_key_sealed, cellOf(photoId)), 'base64');
      return openPhoto(key, place, sealed);
    },
    removeFiles,
  };
}
