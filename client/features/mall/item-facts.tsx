import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { type Fact, FactList } from '@/ui/fact-list';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { MallItem } from '../../../bff/features/mall/contract';
import { itemWords as words, messages } from './messages';

function factsOf({ terms, uses, validity, storeCount, limitPerMember, leftForYou, stock }: MallItem): Fact[] {
  return [
    { name: words.youGet, text: words.perVoucher(uses) },
    { name: words.validity, text: validity },
    ...(storeCount > 0 ? [] : [{ name: words.where, text: words.storesOf(storeCount) }]),
    { name: words.extra, text: terms.extraCost ?? words.noExtra, tone: terms.extraCost ? 'due' : undefined },
    { name: words.how, text: terms.howToUse },
    ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
    ...(terms.exclusions.length > 0 ? [{ name: words.excluded, text: terms.exclusions.join('、') }] : []),
    ...(limitPerMember === null
      ? []
      : [{ name: words.taking, text: words.perMember(limitPerMember, leftForYou ?? limitPerMember) }]),
    ...(stock > 0 ? [{ name: words.stock, text: messages.stock(stock) }] : []),
    { name: words.cancelRule, text: words.cancelHint },
  ];
}

/** Everything on the table before points go: what one gets, where, what costs extra, and how to take it back. */
export function ItemFacts({ item }: { item: MallItem }) {
  return (
    <Section title={words.facts}>
      <Card flush>
        <FactList facts={factsOf(item)} />
      </Card>
      {item.storeCount > 0 && (
        <Card flush>
          <Row
            icon="pin"
            title={words.where}
            value={words.storesOf(item.storeCount)}
            onTap={() => void goTo('stores/list', { service: item.service, serviceId: item.serviceId })}
          />
        </Card>
      )}
    </Section>
  );
}
