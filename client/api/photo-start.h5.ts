import { storedPhotoRecords } from '@/platform/photo-records';
import { useSession } from './session';

/** What was taken before goes out without anybody opening the claim. The sender is fetched only by a phone that has something to send. */
export function startPhotos(): void {
  const start = () => {
    if (storedPhotoRecords().length === 0) return;
    // Without the network its script may not be here; it is tried again with the next login or launch.
    void import('./photo-queue').then(({ connectPhotoQueue }) => connectPhotoQueue()).catch(() => undefined);
  };
  start();
  // Photos that lay out of sight come back with their owner.
  useSession.subscribe((now, before) => {
    if (now.accountId !== before.accountId) start();
  });
}
