import type { Logger } from 'pino';
import type { FollowUps } from '../../follow-ups/follow-ups';
import { systemActor } from '../../http/service-token';
import type { Core } from '../../upstream/core/client';
import type { ClaimNotice } from '../../upstream/core/contract/claim-requests';
import type { SmsMessage } from '../../upstream/sms/contract';
import { isAway } from '../../last-known/last-known';
import { repeatRounds, type Rounds } from '../../repeat-rounds';
import { claimPushOf } from './claim-push';

const ROUND_EVERY_MS = 2_000;

export interface ClaimNotices extends Rounds {
  /** Everything that waits. */
  round(): Promise<void>;
}

const messageOf = ({ kind, phone, reportNo, news }: ClaimNotice): SmsMessage =>
  kind === 'received'
    ? { phone, template: 'claimReceived', values: { reportNo } }
    : { phone, template: 'claimProgress', values: { reportNo, news } };

/**
 * Fetches what people have to be told from core and sends it by SMS, and in WeChat to whoever allowed it there. The messages are
 * in the outbox before core forgets them, and its id is their key: a crash in between tells late, never twice and never not at all.
 */
export function createClaimNotices(deps: {
  core: Pick<Core, 'claimNotices' | 'takeClaimNotice'>;
  followUps: Pick<FollowUps, 'start'>;
  log: Logger;
}): ClaimNotices {
  const { core, followUps, log } = deps;
  const by = { actor: systemActor };

  async function round(): Promise<void> {
    for (const notice of await core.claimNotices(by)) {
      await followUps.start({ kind: 'sms', key: `claim-notice-${notice.id}`, message: messageOf(notice) });
      const push = claimPushOf(notice);
      if (push) await followUps.start(push);
      await core.takeClaimNotice(by, notice.id);
    }
  }

  const onError = (error: unknown) => {
    if (!isAway(error)) log.warn({ err: error }, 'messages about claims could not be sent');
  };
  return { round, ...repeatRounds({ round, everyMs: ROUND_EVERY_MS, onError }) };
}
