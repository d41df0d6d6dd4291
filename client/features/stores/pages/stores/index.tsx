import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { openPlaceSettings } from '@/platform/place';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { serviceLooks } from '@/ui/service';
import { Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import type { Store } from '../../../../../bff/features/stores/contract';
import type { ServiceKind } from '../../../../../bff/features/vouchers/contract';
import { messages, storeSystemWords } from '../../messages';
import { StoreCard } from '../../store-card';
import { useNearby, type Wanted } from '../../use-nearby';
import { useServiceName } from '../../use-service-name';

const ALL = 'all';
/** What brought the person here: the one service of a voucher, a gift or an item of the mall. */
const ASKED = 'asked';
type Filter = ServiceKind | typeof ALL | typeof ASKED;

const isService = (value: string | undefined): value is ServiceKind =>
  value !== undefined && value in serviceLooks;
const filters: { value: Filter; text: string }[] = [
  { value: ALL, text: messages.all },
  ...(Object.keys(serviceLooks) as ServiceKind[]).map((value) => ({ value, text: serviceLooks[value].name })),
];

export default function StoresPage() {
  usePullToRefresh(['stores']);
  const { service: kind, serviceId } = useRouter().params;
  const asked: Wanted = { service: isService(kind) ? kind : undefined, serviceId };
  const name = useServiceName(serviceId);
  const { wanted, setWanted, position, locate, pages } = useNearby(asked);
  const [openOnly, setOpenOnly] = useState(false);
  const options = name === undefined ? filters : [{ value: ASKED as Filter, text: name }, ...filters];
  const choose = (filter: Filter) =>
    setWanted(filter === ASKED ? asked : { service: filter === ALL ? undefined : filter });
  return (
    <Page title={messages.title}>
      <Choice
        scroll
        label={messages.title}
        options={options}
        value={wanted.serviceId === undefined ? (wanted.service ?? ALL) : ASKED}
        onChange={choose}
      />
      {typeof position === 'object' ? (
        <Words size="small" tone="ink3">
          {messages.sorted}
        </Words>
      ) : (
        <PlaceNotice position={position} locate={locate} />
      )}
      <Loaded read={pages.read} system={storeSystemWords.name}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="store"
              title={messages.emptyTitle}
              action={{ text: messages.emptyAction, onTap: () => setWanted({}) }}
            >
              {messages.emptyHint}
            </Empty>
          ) : (
            <Stack>
              <Line spread wrap>
                <Words size="small" tone="ink3">
                  {messages.found(items.length, pages.hasMore)}
                </Words>
                <Button kind="text" size="small" icon="clock" onTap={() => setOpenOnly(!openOnly)}>
                  {openOnly ? messages.allHours : messages.openOnly}
                </Button>
              </Line>
              <Stores stores={openOnly ? items.filter((store) => store.openNow) : items} />
              <More pages={pages} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function Stores({ stores }: { stores: readonly Store[] }) {
  if (stores.length === 0) {
    return (
      <Empty icon="clock" title={messages.noneOpen}>
        {messages.noneOpenHint}
      </Empty>
    );
  }
  return (
    <>
      {stores.map((store) => (
        <StoreCard key={store.id} store={store} />
      ))}
    </>
  );
}

interface PlaceNoticeProps {
  position: Exclude<ReturnType<typeof useNearby>['position'], object>;
  locate: () => Promise<void>;
}

/** Why the shops are not sorted by distance, and the one way that would change it. */
function PlaceNotice({ position, locate }: PlaceNoticeProps) {
  const ask = (
    <Button kind="ghost" size="small" busyText={messages.locating} onTap={locate}>
      {messages.askPlace}
    </Button>
  );
  const settings = (
    <Button kind="ghost" size="small" onTap={openPlaceSettings}>
      {messages.openSettings}
    </Button>
  );
  const shown = {
    unasked: { words: messages.askPlaceWhy, action: ask },
    locating: { words: messages.askPlaceWhy, action: ask },
    notAgreed: { words: messages.placeNotAgreed, action: ask },
    refused: { words: messages.placeRefused, action: undefined },
    refusedInSettings: { words: messages.placeRefused, action: settings },
    unavailable: { words: messages.placeAway, action: ask },
  }[position];
  return (
    <Notice tone="grey" icon="pin" action={shown.action}>
      {shown.words}
    </Notice>
  );
}
