import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import { systemActor } from '../http/service-token';
import type { Push } from '../member-messages/push-message';
import type { Earning } from '../upstream/club/earning';
import { repeatRounds } from '../repeat-rounds';
import type { Core } from '../upstream/core/client';
import type { Sms } from '../upstream/sms/client';
import { awardPoints } from './award-points';
import type { FollowUp, FollowUpStore, TakenFollowUp } from './follow-up-store';

const POLL_INTERVAL_MS = 5_000;
/** After this many failures somebody should look; it is still tried. */
const ALARM_AFTER_ATTEMPTS = 5;

/**
 * What follows from what already stands: links at core, a merge, a message to the member, points. It is written down first,
 * tried at once, and tried again until it worked; every step is harmless when repeated.
 */
export interface FollowUps {
  /** Returns once it was tried; true when it is done. */
  start(task: FollowUp): Promise<boolean>;
  /**
   * Written down in the transaction of what it follows from, so that neither stands without the other. What comes back tries it, once that has
   * committed; a server that dies before leaves it to the rounds.
   */
  startWith(transaction: PoolClient, task: FollowUp): Promise<() => Promise<boolean>>;
  /** For what nobody waits for; it is written down and tried behind the answer. Whoever has to know is told when it could not be written. */
  startBehind(task: FollowUp, onNotWritten?: () => void): void;
  run(): void;
  stop(): Promise<void>;
}

export interface FollowUpDeps {
  store: FollowUpStore;
  core: Pick<Core, 'linkIdentity'>;
  sms: Pick<Sms, 'send'>;
  earning: Pick<Earning, 'award'>;
  /** One message per key, however often it is tried. */
  pushMessage: (push: Push) => Promise<void>;
  /** Harmless when repeated. */
  mergeAccounts: (merged: { from: string; into: string }) => Promise<void>;
  log: Logger;
}

export function createFollowUps(deps: FollowUpDeps): FollowUps {
  const { store, core, sms, earning, pushMessage, mergeAccounts, log } = deps;
  const behind = new Set<Promise<unknown>>();

  async function perform({ task }: TakenFollowUp): Promise<void> {
    if (task.kind === 'identityLink') await core.linkIdentity({ actor: systemActor }, task.link);
    else if (task.kind === 'memberMerge') await mergeAccounts(task.merged);
    else if (task.kind === 'wechatMessage') await pushMessage(task);
    else if (task.kind === 'pointsAwards') await awardPoints(earning, task.occasions);
    else await sms.send(task.message, { idempotencyKey: task.key });
  }

  async function attempt(taken: TakenFollowUp): Promise<boolean> {
    try {
      await perform(taken);
    } catch (error) {
      const level = taken.attempts >= ALARM_AFTER_ATTEMPTS ? 'error' : 'warn';
      log[level](
        { err: error, kind: taken.task.kind, attempts: taken.attempts },
        'a follow-up is still open',
      );
      await store.postpone(taken);
      return false;
    }
    await store.done(taken.id);
    return true;
  }

  async function drain(): Promise<void> {
    for (let taken = await store.takeDue(); taken; taken = await store.takeDue()) await attempt(taken);
  }

  const rounds = repeatRounds({
    round: drain,
    everyMs: POLL_INTERVAL_MS,
    onError: (error) => log.warn({ err: error }, 'follow-ups could not be read'),
  });

  const start = async (task: FollowUp) => attempt(await store.add(task));

  async function writeAndTry(task: FollowUp, onNotWritten?: () => void): Promise<void> {
    let taken: TakenFollowUp;
    try {
      taken = await store.add(task);
    } catch (error) {
      log.warn({ err: error, kind: task.kind }, 'a follow-up was not written');
      onNotWritten?.();
      return;
    }
    // Whatever stays open is found by the rounds.
    await attempt(taken).catch((error: unknown) =>
      log.warn({ err: error, kind: task.kind }, 'a follow-up was not marked'),
    );
  }

  return {
    start,
    async startWith(transaction, task) {
      const taken = await store.add(task, transaction);
      return () => attempt(taken);
    },
    startBehind(task, onNotWritten) {
      const trying = writeAndTry(task, onNotWritten).finally(() => behind.delete(trying));
      behind.add(trying);
    },
    run: () => rounds.start(),
    async stop() {
      await Promise.all([rounds.stop(), ...behind]);
    },
  };
}
