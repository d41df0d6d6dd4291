import type { ReactNode } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { type Read, useRead } from '@/api/use-read';
import { useSignedIn } from '@/api/session';
import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import {
  pointsBalance,
  pointsEntryList,
  pointsYear,
  type PointsEntry,
} from '../../../../../bff/features/points/contract';
import { readBalance, readEntries, readYear } from '../../api';
import { BalanceCard } from '../../balance-card';
import { PointsChart } from '../../chart';
import { EntryRow } from '../../entry-row';
import { messages, pointsSystemWords } from '../../messages';

/** As many as stand on the screen; all of them have a page of their own. */
const SHOWN = 6;

export default function PointsPage() {
  usePullToRefresh(['points']);
  const signedIn = useSignedIn();
  const balance = useRead({
    key: ['points'],
    read: ({ signal }) => readBalance(signal),
    kept: pointsBalance,
  });
  const year = useRead({
    key: ['points', 'year'],
    read: ({ signal }) => readYear(signal),
    kept: pointsYear,
    enabled: signedIn,
  });
  const entries = useRead({
    key: ['points', 'entries', 'first'],
    read: ({ signal }) => readEntries({ limit: SHOWN, cursor: undefined }, signal),
    kept: pointsEntryList,
    enabled: signedIn,
  });
  // One reason is said once, not for each part of the page.
  const isSaid = (failure: typeof balance.failure) =>
    balance.data === undefined && failure?.kind === balance.failure?.kind;
  const isOld = balance.data !== undefined && (balance.data.stale || balance.failure !== undefined);
  const exchange = (
    <ActionBar>
      <Button wide icon="gift" onTap={() => goTo('mall/list')}>
        {messages.exchange}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={messages.title} action={signedIn ? exchange : undefined}>
      <Loaded read={balance} system={pointsSystemWords.name} skeleton={<Skeleton cards={1} />}>
        {(points) => <BalanceCard points={points} />}
      </Loaded>
      {signedIn && !(year.failure && isSaid(year.failure) && !year.data) && (
        <Part read={year} told={isOld}>
          {({ months }) => <PointsChart months={months} />}
        </Part>
      )}
      {signedIn && !(entries.failure && isSaid(entries.failure) && !entries.data) && (
        <Part read={entries} told={isOld}>
          {({ items }) => <Latest entries={items} />}
        </Part>
      )}
    </Page>
  );
}

interface PartProps<T> {
  read: Read<T>;
  /** The balance above has said already how old all of this is. */
  told: boolean;
  children: (data: T) => ReactNode;
}

function Part<T>({ read, told, children }: PartProps<T>) {
  if (told && read.data !== undefined) return <>{children(read.data)}</>;
  return (
    <Loaded read={read} system={pointsSystemWords.name} skeleton={<Skeleton cards={1} />}>
      {children}
    </Loaded>
  );
}

function Latest({ entries }: { entries: readonly PointsEntry[] }) {
  if (entries.length === 0) {
    return (
      <Empty
        icon="coin"
        title={messages.emptyTitle}
        action={{ text: messages.earnMore, onTap: () => void goTo('points/earn') }}
      >
        {messages.emptyHint}
      </Empty>
    );
  }
  return (
    <Section title={messages.entries} link={{ text: messages.all, onTap: () => void goTo('points/entries') }}>
      <Card flush>
        <Rows>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}
