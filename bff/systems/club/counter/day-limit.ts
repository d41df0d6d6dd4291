import { toInstant } from '../../../http/instants';
import { Problem } from '../../../http/problem';
import { spokenDay } from '../../../spoken-time';
import type { VoucherFacts } from './voucher-facts';

/** From when the limit lets it be used again; null when the voucher has lapsed by then, or nothing stands in its way. */
export function worksAgainAt(facts: VoucherFacts): Date | null {
  return facts.day_full && facts.next_day < facts.valid_until ? facts.next_day : null;
}

/** Today's uses are taken. A voucher that has lapsed or is too early is told that instead: another day would not help it. */
export function dayLimitReached(facts: VoucherFacts): Problem | undefined {
  if (!facts.day_full || facts.lapsed || facts.early) return undefined;
  const again = worksAgainAt(facts);
  const whose = facts.plate_sealed ? '这辆车' : '这位客人';
  const times = String(facts.terms.caps?.usesPerDay ?? 1);
  const then = again ? `明天（${spokenDay(again, facts.now)}）0:00 起可以再用` : '这张券在那之前到期';
  return new Problem(
    409,
    'DAILY_LIMIT_REACHED',
    `${whose}今天已经用过 ${times} 次这项服务，每天限用 ${times} 次，${then}`,
    {
      members: { usesPerDay: facts.terms.caps?.usesPerDay ?? 1, worksAgainAt: again && toInstant(again) },
    },
  );
}
