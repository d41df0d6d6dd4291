import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import type { VoucherDetail } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import { StoreRow } from './store-row';
import { TermsFacts } from './terms-facts';

const words = messages.detail;
const SHOWN_STORES = 3;

/** Below the code: the shops and what to know. */
export function VoucherFacts({ voucher }: { voucher: VoucherDetail }) {
  const { stores, storeCount, service, serviceId, terms } = voucher;
  return (
    <>
      {stores.length > 0 && voucher.state === 'active' && (
        <Section
          title={words.stores}
          link={{
            text: storeCount > SHOWN_STORES ? words.allStores(storeCount) : words.nearStores,
            onTap: () => void goTo('stores/list', { service, serviceId }),
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
          <TermsFacts terms={terms} />
        </Card>
      </Section>
    </>
  );
}
