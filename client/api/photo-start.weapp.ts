import { connectPhotoQueue } from './photo-queue';

/** At launch: what was taken before goes out without anybody opening the claim. */
export const startPhotos = connectPhotoQueue;
