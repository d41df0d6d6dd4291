import { usePages } from '@/api/use-pages';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Page } from '@/ui/page';
import { Rows } from '@/ui/row';
import { pointsEntryList } from '../../../../../bff/features/points/contract';
import { readEntries } from '../../api';
import { EntryRow } from '../../entry-row';
import { messages, pointsSystemWords } from '../../messages';

const PAGE_ITEMS = 30;

/** Every change of the balance, newest first, each with its reason. */
export default function PointsEntriesPage() {
  usePullToRefresh(['points', 'entries']);
  const pages = usePages({
    key: ['points', 'entries', 'all'],
    read: (cursor, signal) => readEntries({ limit: PAGE_ITEMS, cursor }, signal),
    kept: pointsEntryList,
  });
  return (
    <Page title={messages.entries}>
      <Loaded read={pages.read} system={pointsSystemWords.name}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="coin"
              title={messages.emptyTitle}
              action={{ text: messages.earnMore, onTap: () => void goTo('points/earn') }}
            >
              {messages.emptyHint}
            </Empty>
          ) : (
            <>
              <Card flush>
                <Rows>
                  {items.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} />
                  ))}
                </Rows>
              </Card>
              <More pages={pages} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
