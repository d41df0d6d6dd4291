import { useRouter } from '@tarojs/taro';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { type Fact, FactList } from '@/ui/fact-list';
import { formatMoney } from '@/ui/format/money';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import { type ServiceItem, serviceList } from '../../../../../bff/features/services/contract';
import type { ServiceKind } from '../../../../../bff/features/vouchers/contract';
import { readServices } from '../../service-api';
import { serviceWords as words } from '../../service-messages';

const kindOf = (asked: string | undefined): ServiceKind =>
  asked !== undefined && asked in serviceLooks ? (asked as ServiceKind) : 'carWash';

function factsOf(item: ServiceItem): Fact[] {
  const { terms, discount, amountCapFen } = item;
  return [
    { name: words.how, text: terms.howToUse },
    { name: words.extra, text: terms.extraCost ?? words.noExtra, tone: terms.extraCost ? 'due' : undefined },
    ...(discount ? [{ name: words.discount, text: discount }] : []),
    ...(amountCapFen !== null && !discount
      ? [{ name: words.discount, text: words.cap(formatMoney(amountCapFen)) }]
      : []),
    ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
    ...(terms.exclusions.length > 0 ? [{ name: words.excluded, text: terms.exclusions.join('、') }] : []),
    { name: words.validity, text: item.validity },
    ...(item.fulfilment === 'visit' ? [{ name: words.showing, text: words.showings[item.showing] }] : []),
    ...(item.vehicleBound ? [{ name: words.car, text: words.carBound }] : []),
    { name: words.transfer, text: item.transferable ? words.transferable : words.notTransferable },
  ];
}

/** What a service promises, limits and leaves out, before anybody has a voucher of it. */
export default function ServicePage() {
  const kind = kindOf(useRouter().params.service);
  usePullToRefresh(['services']);
  const read = useRead({
    key: ['services'],
    read: ({ signal }) => readServices(signal),
    kept: serviceList,
  });
  const shops = (
    <ActionBar>
      <Button wide icon="pin" onTap={() => goTo('stores/list', { service: kind })}>
        {words.stores}
      </Button>
    </ActionBar>
  );
  const items = read.data?.items.filter((item) => item.kind === kind) ?? [];
  const hasShops = items.some((item) => item.storeCount > 0);
  return (
    <Page title={serviceLooks[kind].name} action={hasShops ? shops : undefined}>
      <Loaded read={read} system={words.system}>
        {() =>
          items.length === 0 ? (
            <Empty
              icon={serviceLooks[kind].icon}
              title={words.emptyTitle}
              action={{ text: words.emptyAction, onTap: () => void goTo('stores/list') }}
            >
              {words.emptyHint}
            </Empty>
          ) : (
            <>
              {items.map((item) => (
                <Entry key={item.id} item={item} />
              ))}
              <Ways />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Entry({ item }: { item: ServiceItem }) {
  const where = item.storeCount > 0 ? `，${words.storesOf(item.storeCount)}` : '';
  return (
    <Section title={item.title}>
      <Words size="sub" tone="ink2">
        {item.description}
      </Words>
      <Words size="small" tone="ink3">
        {`${words.fulfilments[item.fulfilment]}${where}`}
      </Words>
      <Card flush>
        <FactList facts={factsOf(item)} />
      </Card>
    </Section>
  );
}

function Ways() {
  return (
    <Section title={words.get}>
      <Card flush>
        <Rows>
          <Row icon="coin" title={words.mall} onTap={() => void goTo('mall/list')} />
          <Row icon="gift" title={words.gifts} onTap={() => void goTo('gifts/list')} />
        </Rows>
      </Card>
    </Section>
  );
}
