import type { Logger } from 'pino';
import type { RecordedWrites } from './http/idempotency';
import type { SessionStore } from './http/sessions/session-store';
import type { LastKnown } from './last-known/last-known';
import type { CodeStore } from './one-time-codes/code-store';
import type { PhotoUploads } from './photos/photo-uploads';
import { removeLeftoverUploads } from './photos/leftover-uploads';

const INTERVAL_MS = 60 * 60 * 1000;
/** A phone repeats a request for minutes, a person who comes back after a journey for days. */
const REQUESTS_KEPT_DAYS = 30;

export interface Sweeping {
  start(): void;
  stop(): void;
}

export interface SweepingDeps {
  sessionStore: Pick<SessionStore, 'deleteOld'>;
  codes: Pick<CodeStore, 'deleteOld'>;
  recorded: Pick<RecordedWrites, 'sweep'>;
  lastKnown: Pick<LastKnown, 'discardOld'>;
  exports: { deleteOld(): Promise<void> };
  accessRecords: { deleteOld(): Promise<void> };
  acceptances: { deleteOld(): Promise<void> };
  begunReports: { deleteOld(): Promise<void> };
  uploads: Pick<PhotoUploads, 'sweep'>;
  uploadFolder: string;
  log: Logger;
}

/** Deletes on time what the server keeps for a time only. Several servers may sweep at once. */
export function createSweeping(deps: SweepingDeps): Sweeping {
  const { sessionStore, codes, recorded, lastKnown, exports } = deps;
  const { accessRecords, acceptances, begunReports, uploads, uploadFolder, log } = deps;
  let timer: NodeJS.Timeout | undefined;

  async function sweep(): Promise<void> {
    const steps = [
      () => sessionStore.deleteOld(),
      () => codes.deleteOld(),
      () => recorded.sweep(REQUESTS_KEPT_DAYS),
      () => lastKnown.discardOld(),
      () => exports.deleteOld(),
      () => accessRecords.deleteOld(),
      () => acceptances.deleteOld(),
      () => begunReports.deleteOld(),
      () => uploads.sweep(),
      () => removeLeftoverUploads(uploadFolder),
    ];
    for (const step of steps) {
      await step().catch((error: unknown) => log.warn({ err: error }, 'something old was not deleted'));
    }
  }

  return {
    start() {
      timer = setInterval(() => void sweep(), INTERVAL_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
