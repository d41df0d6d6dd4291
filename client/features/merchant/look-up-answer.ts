import { failureOf } from '@/api/failures';
import { formatInstant } from '@/ui/format/time';
import type { Lookup } from '../../../bff/features/merchant/contract';
import { lookUp } from './api';
import { messages } from './messages';
import type { Outcome } from './outcome';
import { harmless, refusalOf, refusalOfReason, troubleOf } from './refusal';

export type Found = Lookup & { scanToken: string };

export type LookUpAnswer =
  | { kind: 'found'; found: Found }
  | { kind: 'refused'; outcome: Outcome }
  /** Nothing is known about the voucher: the line or a system is down. */
  | { kind: 'trouble'; text: string };

function factsOf({ usedAt, worksAgainAt }: Lookup['voucher']): string | undefined {
  if (usedAt) return messages.usedHere(usedAt.at, usedAt.storeName);
  return worksAgainAt ? messages.worksAgain(formatInstant(worksAgainAt)) : undefined;
}

function refusedFor(voucher: Lookup['voucher']): Outcome {
  const { reason, usedAt, title } = voucher;
  const facts = factsOf(voucher);
  const refusal = refusalOfReason(reason ?? 'alreadyRedeemed', facts);
  return { kind: 'refused', refusal, voucherTitle: title, earlier: usedAt ?? undefined };
}

export async function askFor(code: string, storeId: string): Promise<LookUpAnswer> {
  try {
    const { voucher, scanToken } = await lookUp(code, storeId);
    if (scanToken && voucher.redeemable) return { kind: 'found', found: { voucher, scanToken } };
    return { kind: 'refused', outcome: refusedFor(voucher) };
  } catch (error) {
    const failure = harmless(failureOf(error));
    return failure.kind === 'refused'
      ? { kind: 'refused', outcome: { kind: 'refused', refusal: refusalOf(failure) } }
      : { kind: 'trouble', text: troubleOf(failure) };
  }
}
