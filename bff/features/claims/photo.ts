import { toInstant } from '../../http/instants';
import type { ClaimPhoto } from '../../photos/claim-photos';
import type { PhotoAddressing } from '../../photos/photo-address';
import { shot, type Photo } from './contract';

/** A photo as its owner sees it, with addresses that an image element can load for a few minutes. */
export function shownPhoto(photo: ClaimPhoto, addressing: PhotoAddressing): Photo {
  return {
    id: photo.id,
    shot: shot.parse(photo.shot),
    state: 'received',
    ...addressing.addressesOf(photo),
    at: toInstant(photo.at),
  };
}
