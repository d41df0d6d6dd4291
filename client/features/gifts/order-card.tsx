import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatPoints } from '@/ui/format/money';
import { formatInstant } from '@/ui/format/time';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import type { Order } from '../../../bff/features/gifts/contract';
import type { VoucherSummary } from '../../../bff/features/vouchers/contract';
import { exchangeWords, messages } from './messages';
import styles from './order-card.module.scss';

const words = messages.orders;

/** What is left of it, or why nothing is. */
function restOf({ state, usesLeft, usesTotal }: VoucherSummary): string {
  if (state === 'expired' || state === 'revoked' || state === 'transferred') return words.states[state];
  return usesLeft === 0 ? words.usedUp : words.left(usesLeft, usesTotal);
}

function factsOf({ kind, at, exchange }: Order): string[] {
  const lines = [`${words.kinds[kind]}，${formatInstant(at)}`];
  if (!exchange) return lines;
  const points = formatPoints(exchange.pointsSpent);
  lines.push(
    exchange.state === 'cancelled' && exchange.cancelledAt
      ? exchangeWords.cancelledAt(formatInstant(exchange.cancelledAt), points)
      : exchangeWords.spent(points),
  );
  return lines;
}

/** One order: when, what it cost, what became of its vouchers, and taking it back while that is possible. */
export function OrderCard({ order, onCancel }: { order: Order; onCancel: () => void }) {
  const cancelled = order.exchange?.state === 'cancelled';
  return (
    <Section title={order.title}>
      <View>
        {factsOf(order).map((line) => (
          <Words key={line} size="small" tone="ink3">
            {line}
          </Words>
        ))}
      </View>
      <Card flush>
        <Rows>
          {order.vouchers.map((voucher) => (
            <Row
              key={voucher.id}
              icon={serviceLooks[voucher.service].icon}
              tile={voucher.state === 'active' ? 'brand' : 'grey'}
              title={voucher.title}
              value={cancelled ? words.cancelled : restOf(voucher)}
              onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
            />
          ))}
        </Rows>
        {order.exchange?.cancellable && (
          <View className={styles.cancel}>
            <Button
              kind="text"
              size="small"
              icon="undo"
              label={`${exchangeWords.cancel}：${order.title}`}
              onTap={onCancel}
            >
              {exchangeWords.cancel}
            </Button>
          </View>
        )}
      </Card>
    </Section>
  );
}
