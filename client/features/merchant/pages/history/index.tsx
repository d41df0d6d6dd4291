import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { formatDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { DayChoice } from '../../day-choice';
import { DaySum } from '../../day-sum';
import { historyWords as words } from '../../history-messages';
import { counterSystemWords } from '../../messages';
import { MoreButton } from '../../more-button';
import { NotClerk } from '../../not-clerk';
import { RedemptionList } from '../../redemption-list';
import { useClerk } from '../../use-clerk';
import { useHistory } from '../../use-history';

const EVERY_STORE = 'all';

/** Every use of a day, in one store or in all of the person's. */
export default function HistoryPage() {
  const clerk = useClerk();
  const history = useHistory();
  usePullToRefresh(['counter', 'day']);
  const { date, read, pages } = history;
  const stores = [
    { value: EVERY_STORE, text: words.allStores },
    ...clerk.stores.map(({ id, name }) => ({ value: id, text: name })),
  ];
  if (clerk.read.data && clerk.stores.length === 0) {
    return (
      <Page title={words.title} elderCall={false}>
        <NotClerk />
      </Page>
    );
  }
  return (
    <Page title={words.title} elderCall={false}>
      <DayChoice date={date} onChange={history.setDate} />
      {clerk.stores.length > 1 && (
        <Choice
          scroll
          label={words.store}
          options={stores}
          value={history.storeId ?? EVERY_STORE}
          onChange={(chosen) => history.setStoreId(chosen === EVERY_STORE ? undefined : chosen)}
        />
      )}
      <Loaded read={read} system={counterSystemWords.name}>
        {() =>
          pages.items.length === 0 ? (
            <Empty icon="list" title={words.none(formatDay(date))}>
              {words.noneHint}
            </Empty>
          ) : (
            <>
              {pages.hasMore ? <Notice tone="grey">{words.partly}</Notice> : <DaySum items={pages.items} />}
              <RedemptionList
                items={pages.items}
                withStore={history.storeId === undefined && clerk.stores.length > 1}
                onUndone={(undone) => pages.change((one) => (one.id === undone.id ? undone : one))}
              />
              <MoreButton pages={pages} text={words.more} busyText={words.moreBusy} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
