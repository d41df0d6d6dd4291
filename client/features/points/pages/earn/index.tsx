import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Figure } from '@/ui/figure';
import { formatPoints } from '@/ui/format/money';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Receipt } from '@/ui/receipt';
import { Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { pointsWays } from '../../../../../bff/features/points/contract';
import type { PointsRule } from '../../../../../bff/features/points/contract';
import { readWays } from '../../api';
import { earnWords as words, pointsSystemWords } from '../../messages';

function RuleCard({ rule }: { rule: PointsRule }) {
  return (
    <Card>
      <Stack gap={2}>
        <Line gap={3} spread wrap>
          <Words bold>{rule.title}</Words>
          <Figure size="head">{words.plus(formatPoints(rule.points))}</Figure>
        </Line>
        <Words size="sub" tone="ink2">
          {rule.explanation}
        </Words>
        <Receipt
          lines={[
            { name: words.limit, value: rule.limit },
            { name: words.validity, value: rule.validity },
          ]}
        />
        {rule.code === 'referral' && (
          <Button kind="soft" icon="people" onTap={() => goTo('referral/invite')}>
            {words.toInvite}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** The rules as they run today, in the words that later stand beside each entry. */
export default function EarnPage() {
  usePullToRefresh(['points', 'ways']);
  const read = useRead({
    key: ['points', 'ways'],
    read: ({ signal }) => readWays(signal),
    kept: pointsWays,
  });
  return (
    <Page title={words.title}>
      <Loaded read={read} system={pointsSystemWords.name}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="coin" title={words.emptyTitle}>
              {words.emptyHint}
            </Empty>
          ) : (
            <>
              {items.map((rule) => (
                <RuleCard key={rule.code} rule={rule} />
              ))}
              <Words size="small" tone="ink3">
                {words.hint}
              </Words>
              <Button kind="ghost" wide onTap={() => goTo('mall/list')}>
                {words.toMall}
              </Button>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
