import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../http/service-token';
import { toInstant } from '../http/instants';
import { isRefusal } from '../upstream/calling';
import { shot } from '../upstream/core/contract/claims';
import type { Core } from '../upstream/core/client';
import type { ClaimPhotos } from './claim-photos';
import { removePhoto, type PhotoRow } from './photo-rows';
import {
  noteAnnounced,
  noteWithdrawalAnnounced,
  takeUnfinished,
  type UnfinishedPhoto,
} from './unfinished-photos';

export interface PhotoFinishing {
  /** Something new is due: does it now instead of at the next round. Nobody waits for it and it never throws. */
  nudge(): void;
  /** Everything that is due. */
  sweep(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

const SWEEP_EVERY_MS = 5_000;
const BATCH = 20;
/** After this many rounds (about an hour) a stuck photo is shouted about, and tried all the same. */
const STUCK_AFTER_ATTEMPTS = 12;

const ownerActor = (row: PhotoRow): Actor => ({ subject: row.owner_id, role: 'member' });

/**
 * What must still happen to photos after the person was answered: core learns of them, taken-back ones leave the storage
 * and core, and what a crash left half-stored is tidied away. There is no age limit: nothing is dropped silently.
 */
export function createPhotoFinishing(deps: {
  pool: Pool;
  core: Core;
  photos: ClaimPhotos;
  log: Logger;
}): PhotoFinishing {
  const { pool, core, photos, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;
  let asked = false;

  async function announce(row: PhotoRow): Promise<void> {
    const parsed = shot.parse(row.shot);
    const notice = { shot: parsed, sha256: row.sha256, at: toInstant(row.created_at) };
    await core.announcePhoto({ actor: ownerActor(row) }, { claimId: row.claim_id, photoId: row.id }, notice);
    await noteAnnounced(pool, row.id);
  }

  async function finish(row: UnfinishedPhoto): Promise<void> {
    if (row.state === 'storing') {
      await removePhoto(pool, { id: row.id, claimId: row.claim_id, ownerId: row.owner_id });
    } else if (row.state === 'received') {
      await announce(row);
    } else {
      if (!row.files_gone_at) await photos.removeFiles(row.id);
      if (row.withdrawal_announced_at) return;
      await core
        .withdrawPhoto({ actor: ownerActor(row) }, { claimId: row.claim_id, photoId: row.id })
        .catch((error: unknown) => {
          // Core does not know the photo, which is what was wanted.
          if (!isRefusal(error, 404)) throw error;
        });
      await noteWithdrawalAnnounced(pool, row.id);
    }
  }

  async function finishOne(row: UnfinishedPhoto): Promise<void> {
    try {
      await finish(row);
    } catch (error) {
      const level = row.attempts >= STUCK_AFTER_ATTEMPTS ? 'error' : 'info';
      log[level]({ err: error, photoId: row.id, attempts: row.attempts }, 'a photo is not finished yet');
    }
  }

  async function sweep(): Promise<void> {
    for (;;) {
      const rows = await takeUnfinished(pool, BATCH);
      await Promise.all(rows.map(finishOne));
      if (rows.length < BATCH) return;
    }
  }

  /** One sweep at a time; who asks meanwhile gets one more round, because the running one may have looked already. */
  async function sweepWhileAsked(): Promise<void> {
    while (asked) {
      asked = false;
      await sweep().catch((error: unknown) => log.warn({ err: error }, 'the sweep over photos failed'));
    }
  }

  function sweepOnce(): Promise<void> {
    asked = true;
    sweeping ??= sweepWhileAsked().finally(() => (sweeping = undefined));
    return sweeping;
  }

  return {
    nudge: () => void sweepOnce(),
    sweep: sweepOnce,
    start() {
      timer ??= setInterval(() => void sweepOnce(), SWEEP_EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
