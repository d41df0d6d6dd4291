import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Read } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import type { VoucherSummary } from '../../../bff/features/vouchers/contract';
import { messages, lifeSystemWords } from './messages';
import styles from './vouchers.module.scss';

const SHOWN = 4;

/** On one line where there is room; a date is not broken for it. */
function detailOf({ usesTotal, usesLeft, validUntil }: VoucherSummary): ReactNode {
  const until = messages.until(formatLastDay(validUntil));
  if (usesTotal <= 1) return until;
  return (
    <>
      <View className={styles.part}>{messages.left(usesLeft)}</View>
      <View className={styles.part}>{until}</View>
    </>
  );
}

/** The vouchers to use next, soonest to lapse first; one tap shows the code. */
export function Vouchers({ read }: { read: Read<{ items: VoucherSummary[] }> }) {
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
