import type { Read } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Loaded } from '@/ui/loaded';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { Words } from '@/ui/text';
import type { Redemption } from '../../../bff/features/merchant/contract';
import { messages, counterSystemWords } from './messages';
import { RedemptionList } from './redemption-list';

const words = messages.workspace;
/** What fits below the thumb; the rest of the day is one tap away. */
const SHOWN = 8;

/** The latest uses of today, each with its undo. */
export function Today({ read, withClerk }: { read: Read<{ items: Redemption[] }>; withClerk: boolean }) {
  return (
    <Section title={words.recent} link={{ text: words.allDays, onTap: () => void goTo('merchant/history') }}>
      <Loaded read={read} system={counterSystemWords.name} skeleton={<Skeleton cards={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Words bold>{words.none}</Words>
              <Words size="sub" tone="ink2">
                {words.noneHint}
              </Words>
            </Card>
          ) : (
            <RedemptionList items={items.slice(0, SHOWN)} withClerk={withClerk} />
          )
        }
      </Loaded>
    </Section>
  );
}
