import type { Failure } from '@/api/failures';
import type { NotRedeemable } from '../../../bff/features/merchant/contract';
import { messages } from './messages';

/** The clerk's "no": what it is, the facts, and what to do for the guest who stands there. */
export interface Refusal {
  title: string;
  facts: string;
  advice: string;
}

type RefusedFailure = Extract<Failure, { kind: 'refused' }>;

const byCode: Readonly<Record<string, keyof typeof messages.refusals | undefined>> = {
  VOUCHER_ALREADY_REDEEMED: 'alreadyRedeemed',
  VOUCHER_EXPIRED: 'expired',
  PRESENTATION_EXPIRED: 'presentationExpired',
  VOUCHER_NOT_FOUND: 'notFound',
  CODE_MISTYPED: 'mistyped',
  TOO_MANY_REQUESTS: 'tooMany',
  RECENTLY_REDEEMED: 'recent',
};

const byReason: Record<NotRedeemable, keyof typeof messages.refusals> = {
  alreadyRedeemed: 'alreadyRedeemed',
  expired: 'expired',
  notYetValid: 'notYetValid',
  revoked: 'revoked',
  transferred: 'transferred',
  presentationExpired: 'presentationExpired',
  serviceNotOffered: 'serviceNotOffered',
};

export function refusalOfReason(reason: NotRedeemable, facts?: string): Refusal {
  const words = messages.refusals[byReason[reason]];
  return { ...words, facts: facts ?? words.facts };
}

/** The server's Chinese sentence carries where and when; the title and the advice are ours. */
export function refusalOf(failure: Failure): Refusal {
  switch (failure.kind) {
    case 'refused':
      return refusedWords(failure);
    case 'sessionGone':
      return messages.sessionGone;
    case 'offline':
      return messages.offline;
    case 'away':
      return messages.away;
    case 'ours':
    case 'contract':
    case 'uncertain':
      return {
        ...messages.ours,
        facts:
          failure.kind === 'ours' && failure.requestId
            ? messages.quote(failure.requestId)
            : messages.ours.facts,
      };
  }
}

function refusedWords(failure: RefusedFailure): Refusal {
  const name = byCode[failure.code];
  const words = name ? messages.refusals[name] : messages.refusals.other;
  return { ...words, facts: failure.detail || words.facts };
}
