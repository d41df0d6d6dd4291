import type { Failure } from '@/api/failures';
import type { NotRedeemable } from '../../../bff/features/merchant/contract';
import { messages } from './messages';

/** The clerk's "no": what it is, the facts, and what to do for the guest who stands there. */
export interface Refusal {
  title: string;
  facts: string;
  advice: string;
}

const byCode: Readonly<Record<string, keyof typeof messages.refusals | undefined>> = {
  VOUCHER_ALREADY_REDEEMED: 'alreadyRedeemed',
  VOUCHER_EXPIRED: 'expired',
  PRESENTATION_EXPIRED: 'presentationExpired',
  VOUCHER_NOT_FOUND: 'notFound',
  CODE_MISTYPED: 'mistyped',
  VOUCHER_NOT_YET_VALID: 'notYetValid',
  VOUCHER_REVOKED: 'revoked',
  VOUCHER_TRANSFERRED: 'transferred',
  SERVICE_NOT_OFFERED: 'serviceNotOffered',
  STORE_SUSPENDED: 'storeSuspended',
  CODE_ATTEMPTS_LOCKED: 'tooMany',
  TOO_MANY_REQUESTS: 'tooMany',
  RECENTLY_REDEEMED: 'recent',
  DAILY_LIMIT_REACHED: 'dailyLimit',
};

const byReason: Record<NotRedeemable, keyof typeof messages.refusals> = {
  alreadyRedeemed: 'alreadyRedeemed',
  expired: 'expired',
  notYetValid: 'notYetValid',
  revoked: 'revoked',
  transferred: 'transferred',
  dailyLimit: 'dailyLimit',
  presentationExpired: 'presentationExpired',
  serviceNotOffered: 'serviceNotOffered',
  storeSuspended: 'storeSuspended',
};

export function refusalOfReason(reason: NotRedeemable, facts?: string): Refusal {
  const words = messages.refusals[byReason[reason]];
  return { ...words, facts: facts ?? words.facts };
}

/** These say nothing the title and our own words do not; the others carry where and when. */
const ownFacts = new Set(['VOUCHER_NOT_FOUND', 'CODE_MISTYPED', 'PRESENTATION_EXPIRED', 'VOUCHER_EXPIRED']);

/** A sure "no" to the guest: the server's sentence carries where and when; the title and the advice are ours. */
export function refusalOf(failure: Failure): Refusal {
  if (failure.kind !== 'refused') return { ...messages.refusals.other, facts: troubleOf(failure) };
  const name = byCode[failure.code];
  const words = name ? messages.refusals[name] : messages.refusals.other;
  const facts = ownFacts.has(failure.code) ? words.facts : firstSentence(failure.detail);
  return { ...words, facts: facts || words.facts };
}

/** Read at arm's length: the rest of the server's sentence is what the advice says. */
const firstSentence = (detail: string): string => detail.split('。')[0] ?? '';

/** A question that changes nothing: its lost answer is only a lost connection. */
export const harmless = (failure: Failure): Failure =>
  failure.kind === 'uncertain' ? { kind: 'offline' } : failure;

/** Why it did not come about, when that is nobody's "no". */
export function troubleOf(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return messages.troubles.offline;
    case 'away':
      return messages.troubles.away;
    case 'sessionGone':
      return messages.troubles.sessionGone;
    case 'refused':
      return failure.errors[0]?.message ?? failure.detail;
    case 'ours':
    case 'contract':
    case 'uncertain':
      return failure.kind === 'ours' && failure.requestId
        ? messages.troubles.quote(failure.requestId)
        : messages.troubles.ours;
  }
}
