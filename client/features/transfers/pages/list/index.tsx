import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '@/api/use-pages';
import { useSignedIn } from '@/api/session';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Page } from '@/ui/page';
import { Row, Rows } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Tag, type TagTone } from '@/ui/tag';
import type { Transfer } from '../../../../../bff/features/transfers/contract';
import { readTransfers } from '../../api';
import { listWords as words, transferSystemWords } from '../../messages';

type Side = Transfer['direction'];
const sides = (Object.keys(words.filters) as Side[]).map((value) => ({ value, text: words.filters[value] }));
const tones: Partial<Record<Transfer['state'], TagTone>> = { offered: 'brand', accepted: 'ok' };

function linesOf({
  direction,
  state,
  otherNameMasked,
  offeredAt,
  acceptedAt,
  expiresAt,
}: Transfer): string[] {
  const given = direction === 'given';
  const lines: string[] = [];
  if (otherNameMasked) lines.push(given ? words.to(otherNameMasked) : words.from(otherNameMasked));
  lines.push(given ? words.offeredAt(formatInstant(offeredAt)) : '');
  if (acceptedAt) lines.push(words.acceptedAt(formatInstant(acceptedAt)));
  if (state === 'offered') lines.push(words.expires(formatInstant(expiresAt)));
  if (given && state === 'expired') lines.push(words.lapsed);
  return lines.filter(Boolean);
}

/** A standing offer leads to its link, what one got to the voucher; what is over leads nowhere. */
function wayOf({ direction, state, voucherId }: Transfer): (() => void) | undefined {
  if (direction === 'received') return () => void goTo('vouchers/detail', { id: voucherId });
  return state === 'offered' ? () => void goTo('transfers/give', { id: voucherId }) : undefined;
}

export default function TransferListPage() {
  usePullToRefresh(['transfers']);
  const signedIn = useSignedIn();
  const [side, setSide] = useState<Side>('given');
  // Not kept over a restart: a standing offer carries its link.
  const pages = usePages({ key: ['transfers', 'all'], read: readTransfers });
  const give = (
    <ActionBar>
      <Button wide icon="send" onTap={() => goTo('transfers/give')}>
        {words.give}
      </Button>
    </ActionBar>
  );
  return (
    <Page title={words.title} action={signedIn ? give : undefined}>
      {signedIn && <Choice label={words.title} options={sides} value={side} onChange={setSide} />}
      <Loaded read={pages.read} system={transferSystemWords.name}>
        {({ items }) => {
          const own = items.filter(({ direction }) => direction === side);
          return (
            <>
              {own.length === 0 && !pages.hasMore && (
                <Empty icon="send" title={words.emptyTitle[side]}>
                  {words.emptyHint}
                </Empty>
              )}
              {own.length > 0 && <Transfers transfers={own} />}
              <More pages={pages} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Transfers({ transfers }: { transfers: readonly Transfer[] }) {
  return (
    <Card flush>
      <Rows>
        {transfers.map((transfer) => (
          <Row
            key={transfer.id}
            icon={serviceLooks[transfer.service].icon}
            tile={transfer.state === 'offered' || transfer.state === 'accepted' ? 'brand' : 'grey'}
            title={transfer.title}
            detail={linesOf(transfer).map((line) => (
              <View key={line}>{line}</View>
            ))}
            value={<Tag tone={tones[transfer.state] ?? 'grey'}>{words.states[transfer.state]}</Tag>}
            onTap={wayOf(transfer)}
          />
        ))}
      </Rows>
    </Card>
  );
}
