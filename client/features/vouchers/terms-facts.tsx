import { type Fact, FactList } from '@/ui/fact-list';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';

const words = messages.detail;

/** What to know about the service: how, what costs extra, what is limited, what is left out. */
export function TermsFacts({ terms }: Pick<VoucherDetail, 'terms'>) {
  const facts: Fact[] = [
    { name: words.steps, text: terms.howToUse },
    { name: words.extra, text: terms.extraCost ?? words.noExtra, tone: terms.extraCost ? 'due' : undefined },
    ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
    ...(terms.exclusions.length > 0 ? [{ name: words.excluded, text: terms.exclusions.join('、') }] : []),
  ];
  return <FactList facts={facts} />;
}
