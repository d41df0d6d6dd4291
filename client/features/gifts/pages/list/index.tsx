import { View } from '@tarojs/components';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { useElder } from '@/platform/preferences';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatEnd } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import type { GiftSummary } from '../../../../../bff/features/gifts/contract';
import { giftList } from '../../../../../bff/features/gifts/contract';
import { readGifts } from '../../api';
import { messages, giftSystemWords } from '../../messages';

const words = messages.list;

function GiftRow({ gift }: { gift: GiftSummary }) {
  const offered = gift.state === 'offered';
  const elder = useElder();
  const lines = words.contents(gift.contents);
  return (
    <Row
      icon="gift"
      tile={offered ? 'warm' : 'grey'}
      title={gift.title}
      detail={
        <>
          {!(elder && offered) && <View>{lines}</View>}
          {offered && <View>{words.until(formatEnd(gift.expiresAt))}</View>}
        </>
      }
      value={<Tag tone={offered ? 'warm' : 'grey'}>{words.states[gift.state]}</Tag>}
      onTap={() => void goTo('gifts/detail', { id: gift.id })}
    />
  );
}

function GiftGroup({ title, gifts }: { title: string; gifts: GiftSummary[] }) {
  if (gifts.length === 0) return null;
  return (
    <Section title={title}>
      <Card flush>
        <Rows>
          {gifts.map((gift) => (
            <GiftRow key={gift.id} gift={gift} />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}

export default function GiftListPage() {
  usePullToRefresh(['gifts']);
  const read = useRead({ key: ['gifts'], read: ({ signal }) => readGifts(signal), kept: giftList });
  return (
    <Page title={words.title}>
      <Loaded read={read} system={giftSystemWords.gifts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="gift"
              title={words.emptyTitle}
              action={{ text: words.emptyAction, onTap: () => void goTo('vouchers/list') }}
            >
              {words.emptyHint}
            </Empty>
          ) : (
            <>
              <GiftGroup title={words.offered} gifts={items.filter((gift) => gift.state === 'offered')} />
              <GiftGroup title={words.past} gifts={items.filter((gift) => gift.state !== 'offered')} />
              <Card flush>
                <Row icon="list" title={words.orders} onTap={() => void goTo('gifts/orders')} />
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
