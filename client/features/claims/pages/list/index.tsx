import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { useNow } from '@/ui/use-now';
import type { ClaimSummary } from '../../../../../bff/features/claims/contract';
import { inOrderOfNeed } from '../../list/claim-order';
import { ClaimRow } from '../../list/claim-row';
import { useClaims } from '../../list/use-claims';
import { claimListWords } from '../../messages';

export default function ClaimListPage() {
  const { signedIn, claims } = useClaims();
  usePullDownRefresh(() => void claims.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={claimListWords.title}>
      {signedIn ? (
        <Loaded read={claims} system={claimListWords.system} unaffected={claimListWords.unaffected}>
          {({ items }) => (items.length === 0 ? <NoClaims /> : <Claims items={items} />)}
        </Loaded>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}

function NoClaims() {
  return (
    <Empty
      icon="doc"
      title={claimListWords.none}
      action={{ text: claimListWords.report, onTap: () => void goTo('claims/report') }}
    >
      {claimListWords.noneHint}
    </Empty>
  );
}

function Claims({ items }: { items: readonly ClaimSummary[] }) {
  const open = inOrderOfNeed(items.filter((claim) => claim.open));
  const closed = items.filter((claim) => !claim.open);
  return (
    <>
      {open.length > 0 && <Group title={claimListWords.open} items={open} />}
      {closed.length > 0 && <Group title={claimListWords.closed} items={closed} />}
    </>
  );
}

const MINUTE_MS = 60_000;

function Group({ title, items }: { title: string; items: readonly ClaimSummary[] }) {
  const now = useNow(MINUTE_MS);
  return (
    <Section title={title}>
      <Card flush>
        {items.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} now={now} />
        ))}
      </Card>
    </Section>
  );
}
