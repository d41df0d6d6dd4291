import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Money } from '@/ui/figure';
import { Icon } from '@/ui/icon/icon';
import { Line, Stack } from '@/ui/stack';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import type { SettlementSummary } from '../../../bff/features/merchant/contract';
import { settlementWords as words } from './settlement-messages';
import { periodWords, stateTone } from './settlement-period';

/** One statement: which time, how much, and what it waits for. */
export function SettlementCard({ settlement }: { settlement: SettlementSummary }) {
  const { id, number, state, totalFen, lineCount } = settlement;
  return (
    <Card onTap={() => void goTo('merchant/settlement', { id })}>
      <Stack gap={2}>
        <Line spread wrap gap={2}>
          <Words bold>{periodWords(settlement)}</Words>
          <Line gap={2}>
            <Tag tone={stateTone[state]}>{words.states[state]}</Tag>
            <Icon name="right" size="s" />
          </Line>
        </Line>
        <Money amountFen={totalFen} size="head" />
        <Words size="small" tone="ink3">
          {[words.lines(lineCount), ...(number ? [words.number(number)] : [])].join('，')}
        </Words>
      </Stack>
    </Card>
  );
}
