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
import { ClaimRow } from '../../claim-row';
import { useClaims } from '../../use-claims';

export default function ClaimListPage() {
  const { signedIn, claims } = useClaims();
  usePullDownRefresh(() => void claims.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title="理赔记录">
      {signedIn ? (
        <Loaded read={claims} system="理赔系统" unaffected="您的案子照常在办">
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
      title="没有报过案"
      action={{ text: '出险报案', onTap: () => void goTo('claims/report') }}
    >
      报案后，谁在办、什么时候办好，都在这里看。打客服电话报的也会出现。
    </Empty>
  );
}

function Claims({ items }: { items: readonly ClaimSummary[] }) {
  const open = items.filter((claim) => claim.open);
  const closed = items.filter((claim) => !claim.open);
  return (
    <>
      {open.length > 0 && <Group title="正在办" items={open} />}
      {closed.length > 0 && <Group title="办完的" items={closed} />}
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
