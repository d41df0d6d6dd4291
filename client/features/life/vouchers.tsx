import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import { voucherList, type VoucherSummary } from '../../../bff/features/vouchers/contract';
import { readActiveVouchers } from './api';
import { messages, lifeSystemWords } from './messages';

const SHOWN = 4;

function detailOf({ usesTotal, usesLeft, validUntil }: VoucherSummary): ReactNode {
  const until = messages.until(formatLastDay(validUntil));
  if (usesTotal <= 1) return until;
  return (
    <>
      <View>{messages.left(usesLeft)}</View>
      <View>{until}</View>
    </>
  );
}

/** The vouchers to use next, soonest to lapse first; one tap shows the code. */
export function Vouchers() {
  const read = useRead({
    key: ['vouchers', 'active', 'first'],
    read: ({ signal }) => readActiveVouchers(signal),
    kept: voucherList,
  });
  return (
    <Section title={messages.vouchers} link={{ text: messages.all, onTap: () => void goTo('vouchers/list') }}>
      <Loaded read={read} system={lifeSystemWords.vouchers}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Words bold>{messages.none}</Words>
              <Words size="sub" tone="ink2">
                {messages.noneHint}
              </Words>
            </Card>
          ) : (
            <Card flush>
              <Rows>
                {[...items]
                  .sort((one, other) => Date.parse(one.validUntil) - Date.parse(other.validUntil))
                  .slice(0, SHOWN)
                  .map((voucher) => (
                    <Row
                      key={voucher.id}
                      icon={serviceLooks[voucher.service].icon}
                      tile="brand"
                      title={voucher.title}
                      detail={detailOf(voucher)}
                      value={
                        <Words size="sub" tone="brand" bold>
                          {messages.show}
                        </Words>
                      }
                      onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
                    />
                  ))}
              </Rows>
            </Card>
          )
        }
      </Loaded>
    </Section>
  );
}
