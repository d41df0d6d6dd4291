import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { formatPoints } from '@/ui/format/money';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { PointsMonth } from '../../../bff/features/points/contract';
import { yearWords as words } from './messages';

const FLOWS = ['earned', 'returned', 'spent', 'expired'] as const;

/** What did not happen in a month is not said: twelve times nothing hides what did. */
function linesOf(month: PointsMonth) {
  const flows = FLOWS.filter((flow) => month[flow] > 0).map((flow) => ({
    name: words.row[flow],
    value: formatPoints(flow === 'spent' || flow === 'expired' ? -month[flow] : month[flow], {
      signed: true,
    }),
  }));
  return [...flows, { name: words.row.balanceAfter, value: formatPoints(month.balanceAfter) }];
}

interface YearSheetProps {
  months: readonly PointsMonth[];
  open: boolean;
  onClose: () => void;
}

/** The chart as words and figures, newest month first: what a screen reader reads and what somebody checks a sum with. */
export function YearSheet({ months, open, onClose }: YearSheetProps) {
  return (
    <Sheet open={open} title={words.open} onClose={onClose}>
      <Stack gap={4}>
        {[...months].reverse().map((month, index) => (
          <View key={month.month} {...aria({ role: 'group', label: words.month(month.month) })}>
            <Words bold>
              {words.month(month.month)}
              {index === 0 ? ` · ${words.present}` : ''}
            </Words>
            <Receipt lines={linesOf(month)} />
          </View>
        ))}
      </Stack>
    </Sheet>
  );
}
