import { usePages } from '@/api/use-pages';
import { goTo, redirectTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { More } from '@/ui/more';
import { Row, Rows } from '@/ui/row';
import { serviceLooks } from '@/ui/service';
import { Heading, Words } from '@/ui/text';
import { voucherList } from '../../../bff/features/vouchers/contract';
import { readUsableVouchers } from './api';
import { giveWords as words, transferSystemWords } from './messages';

/** Which one: only what can be given away is offered. */
export function Chooser() {
  const pages = usePages({
    key: ['vouchers', 'giveable'],
    read: readUsableVouchers,
    kept: voucherList,
  });
  return (
    <Loaded read={pages.read} system={transferSystemWords.name}>
      {({ items }) => {
        const giveable = items.filter((voucher) => voucher.transferable);
        if (giveable.length === 0 && !pages.hasMore) return <NothingToGive />;
        return (
          <>
            <Heading>{words.chooseTitle}</Heading>
            <Words size="sub" tone="ink2">
              {words.chooseHint}
            </Words>
            <Card flush>
              <Rows>
                {giveable.map((voucher) => (
                  <Row
                    key={voucher.id}
                    icon={serviceLooks[voucher.service].icon}
                    tile="brand"
                    title={voucher.title}
                    detail={words.until(formatLastDay(voucher.validUntil))}
                    onTap={() => void redirectTo('transfers/give', { id: voucher.id })}
                  />
                ))}
              </Rows>
            </Card>
            <More pages={pages} />
          </>
        );
      }}
    </Loaded>
  );
}

function NothingToGive() {
  return (
    <Empty
      icon="send"
      title={words.noneTitle}
      action={{ text: words.noneAction, onTap: () => void goTo('vouchers/list') }}
    >
      {words.chooseHint}
    </Empty>
  );
}
