import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { FactList, type Fact } from '@/ui/fact-list';
import { formatMoney } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import type { VoucherDetail, VoucherRedemption } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import { StoreRow } from './store-row';

const words = messages.detail;
const SHOWN_STORES = 3;

/** An undone use keeps its line but gives its number back. */
const titleOf = ({ state, useNo, store }: VoucherRedemption): string =>
  state === 'reversed' ? words.undoneTitle(store.name) : `${words.use(useNo)} · ${store.name}`;

function detailOf({ at, state, discountFen, customerPaysFen }: VoucherRedemption): string {
  if (state === 'reversed') return `${formatInstant(at)}，${words.undone}`;
  return discountFen !== null && customerPaysFen !== null
    ? `${formatInstant(at)}，${words.paid(formatMoney(discountFen), formatMoney(customerPaysFen))}`
    : formatInstant(at);
}

/** Below the code: the shops, what to know, and where it was used. */
export function VoucherFacts({ voucher }: { voucher: VoucherDetail }) {
  const { terms, stores, redemptions } = voucher;
  const facts: Fact[] = [
    { name: words.how, text: terms.howToUse },
    { name: words.extra, text: terms.extraCost ?? words.noExtra, tone: terms.extraCost ? 'due' : undefined },
    ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
    ...(terms.exclusions.length > 0 ? [{ name: words.excluded, text: terms.exclusions.join('、') }] : []),
  ];
  return (
    <>
      {redemptions.length > 0 && (
        <Section title={words.history}>
          <Card flush>
            <Rows>
              {redemptions.map((redemption) => (
                <Row key={redemption.id} title={titleOf(redemption)} detail={detailOf(redemption)} />
              ))}
            </Rows>
          </Card>
        </Section>
      )}
      {stores.length > 0 && voucher.state === 'active' && (
        <Section
          title={words.stores}
          link={{
            text: words.allStores,
            onTap: () => void goTo('stores/list', { service: voucher.service }),
          }}
        >
          <Card flush>
            <Rows>
              {stores.slice(0, SHOWN_STORES).map((store) => (
                <StoreRow key={store.id} store={store} />
              ))}
            </Rows>
          </Card>
        </Section>
      )}
      <Section title={words.how}>
        <Card flush>
          <FactList facts={facts} />
        </Card>
      </Section>
    </>
  );
}
