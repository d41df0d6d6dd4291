import type { Read } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { formatLastDay } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Words } from '@/ui/text';
import type { VoucherSummary } from '../../../bff/features/vouchers/contract';
import { messages, lifeSystemWords } from './messages';

const SHOWN = 4;

function detailOf({ usesTotal, usesLeft, validUntil }: VoucherSummary): string {
  const until = messages.until(formatLastDay(validUntil));
  return usesTotal <= 1 ? until : `${messages.left(usesLeft)} · ${until}`;
}

/** The vouchers to use next, soonest to lapse first; one tap shows the code. */
export function Vouchers({ read }: { read: Read<{ items: VoucherSummary[] }> }) {
  return (
    <Section title={messages.vouchers} link={{ text: messages.all, onTap: () => void goTo('vouchers/list') }}>
      <Loaded read={read} system={lifeSystemWords.vouchers}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <Words bold>{messages.none}</Words>
              <Words size="sub" tone="ink2">
                {messages.noneHint}
              </Words>
            </Card>
          ) : (
            <Card flush>
              <Rows>
                {[...items]
                  .sort((one, other) => Date.parse(one.validUntil) - Date.parse(other.validUntil))
                  .slice(0, SHOWN)
                  .map((voucher) => (
                    <Row
                      key={voucher.id}
                      icon={serviceLooks[voucher.service].icon}
                      tile="brand"
                      title={voucher.title}
                      detail={detailOf(voucher)}
                      value={
                        <Words size="sub" tone="brand" bold>
                          {messages.show}
                        </Words>
                      }
                      onTap={() => void goTo('vouchers/detail', { id: voucher.id })}
                    />
                  ))}
              </Rows>
            </Card>
          )
        }
      </Loaded>
    </Section>
  );
}
