import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Words } from '@/ui/text';
import { MoreButton } from '../../more-button';
import { readSettlements } from '../../settlement-api';
import { SettlementCard } from '../../settlement-card';
import { settlementWords as words } from '../../settlement-messages';
import { usePages } from '../../use-pages';

/** What the merchant is owed, period by period: what is running first, then every statement, newest first. */
export default function SettlementsPage() {
  usePullToRefresh(['settlements']);
  const read = useRead({
    key: ['settlements'],
    read: ({ signal }) => readSettlements(undefined, signal),
  });
  const pages = usePages(read.data, (cursor) => readSettlements(cursor));
  const running = pages.items.filter(({ state }) => state === 'open');
  const closed = pages.items.filter(({ state }) => state !== 'open');
  return (
    <Page title={words.title} elderCall={false}>
      <Words size="sub" tone="ink2">
        {words.lead}
      </Words>
      <Loaded read={read} system={words.system}>
        {() => (
          <>
            <Section title={words.current}>
              {running.map((settlement) => (
                <SettlementCard key={settlement.id} settlement={settlement} />
              ))}
            </Section>
            <Section title={words.earlier}>
              {closed.length === 0 && (
                <Empty icon="doc" title={words.none}>
                  {words.noneHint}
                </Empty>
              )}
              {closed.map((settlement) => (
                <SettlementCard key={settlement.id} settlement={settlement} />
              ))}
            </Section>
            <MoreButton pages={pages} text={words.more} busyText={words.moreBusy} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
