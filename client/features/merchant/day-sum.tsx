import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { Line } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { historyWords as words } from './history-messages';

/** Only said once every use of the day is here: a sum of half a day would be a wrong one. */
export function DaySum({ items }: { items: readonly Redemption[] }) {
  const standing = items.filter(({ state }) => state === 'confirmed');
  const sumFen = standing.reduce((sum, { settlementFen }) => sum + settlementFen, 0);
  return (
    <Card>
      <Line spread wrap gap={3}>
        <Words size="sub" tone="ink2">
          {words.sum(standing.length, items.length - standing.length)}
        </Words>
        <Line gap={2}>
          <Words size="sub" tone="ink2">
            {words.brings}
          </Words>
          <Money amountFen={sumFen} size="head" />
        </Line>
      </Line>
    </Card>
  );
}
