import { toInstant } from '../../../http/instants';
import { invalidInput, Problem } from '../../../http/problem';
import { presentationExpired, voucherNotFound } from './counter-problems';
import { dayLimitReached } from './day-limit';
import { ownUse, recentUse } from './use-told';
import type { VoucherFacts } from './voucher-facts';

/** What was tried, as far as it matters for saying why it did not happen. */
export interface Attempt {
  expectedUsesLeft: number | null;
  saleAmountFen: number | null;
  version: number | null;
  /** Until when the scan lives; null for a code given directly. */
  scanUntil: Date | null;
  /** Whether the presentation itself has to count: not after a look-up, which has seen it. */
  checkPresentation: boolean;
}

function alreadyRedeemed(facts: VoucherFacts): Problem {
  const usedAt = ownUse(facts);
  const detail = usedAt
    ? `这张券已经在${usedAt.storeName}用过了，请勿重复核销`
    : '这张券已经用过了，请客人在“我的券”里查看';
  return new Problem(409, 'VOUCHER_ALREADY_REDEEMED', detail, { members: usedAt ? { usedAt } : {} });
}

function decided(facts: VoucherFacts): Problem | undefined {
  if (facts.state === 'revoked') return new Problem(409, 'VOUCHER_REVOKED', '这张券已经收回，不能使用');
  if (facts.state === 'transferred')
    return new Problem(409, 'VOUCHER_TRANSFERRED', '这张券已经转赠，请让新的持有人出示');
  if (facts.state === 'reserved')
    return new Problem(409, 'VOUCHER_RESERVED', '这张券已经预约，请从预约里确认');
  return undefined;
}

function recently(facts: VoucherFacts, attempt: Attempt): Problem | undefined {
  const use = recentUse(facts);
  if (!use || attempt.expectedUsesLeft === facts.uses_left) return undefined;
  return new Problem(
    409,
    'RECENTLY_REDEEMED',
    `这张券刚刚用过一次，还剩 ${String(facts.uses_left)} 次。确实要再用一次，请再确认`,
    { members: { recentUse: use, usesLeft: facts.uses_left } },
  );
}

function outOfTime(facts: VoucherFacts): Problem | undefined {
  if (facts.lapsed) {
    return new Problem(409, 'VOUCHER_EXPIRED', '这张券已过有效期', {
      members: { validUntil: toInstant(facts.valid_until) },
    });
  }
  if (!facts.early) return undefined;
  return new Problem(409, 'VOUCHER_NOT_YET_VALID', '这张券还没到可以使用的日期', {
    members: { validFrom: toInstant(facts.valid_from) },
  });
}

function saleProblem(facts: VoucherFacts, { saleAmountFen }: Attempt): Problem | undefined {
  const refuse = (code: string, message: string) => invalidInput([{ path: 'saleAmountFen', code, message }]);
  if (facts.by_amount && saleAmountFen === null) return refuse('SALE_AMOUNT_REQUIRED', '请填写本次消费金额');
  if (!facts.by_amount && saleAmountFen !== null)
    return refuse('SALE_AMOUNT_NOT_EXPECTED', '这张券不需要填写消费金额');
  return undefined;
}

/**
 * Why a confirmation did not happen, in the fixed order of the interface: already used, taken back, the day's uses taken, used just now, out of time, lapsed, not here, sale
 * amount. When none of it is true any more, the voucher changed in between, and nothing was consumed.
 */
export function refusal(facts: VoucherFacts | undefined, attempt: Attempt): Problem {
  if (!facts) return voucherNotFound();
  if (facts.used_up) return alreadyRedeemed(facts);
  const first = decided(facts) ?? dayLimitReached(facts) ?? recently(facts, attempt) ?? outOfTime(facts);
  if (first) return first;
  if (attempt.scanUntil !== null && attempt.scanUntil <= facts.now) return presentationExpired();
  if (attempt.checkPresentation && !facts.presentation_counts) return presentationExpired();
  if (facts.suspended_here)
    return new Problem(409, 'STORE_SUSPENDED', '这家门店暂停核销，请联系店主或运营人员');
  if (!facts.offered_here)
    return new Problem(409, 'SERVICE_NOT_OFFERED', '本店暂不提供这项服务，请到券上列出的门店使用');
  const sale = saleProblem(facts, attempt);
  if (sale) return sale;
  const unchanged = attempt.version === facts.version || attempt.expectedUsesLeft === facts.uses_left;
  if (facts.by_amount && (unchanged || attempt.version === null)) {
    return invalidInput([
      { path: 'saleAmountFen', code: 'SALE_AMOUNT_TOO_SMALL', message: '这个金额没有可以优惠的部分' },
    ]);
  }
  return new Problem(409, 'VOUCHER_CHANGED', '这张券刚刚有变化，请重新扫码', {
    members: { usesLeft: facts.uses_left },
  });
}
