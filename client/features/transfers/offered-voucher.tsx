import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { FactList } from '@/ui/fact-list';
import { formatInstant, formatLastDay } from '@/ui/format/time';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import { Heading, Words } from '@/ui/text';
import { Tile } from '@/ui/tile';
import type { TransferPreview } from '../../../bff/features/transfers/contract';
import { receiveWords as words } from './messages';
import styles from './offered-voucher.module.scss';

/** Who gives what, until when, and what to know before taking it. */
export function OfferedVoucher({ preview }: { preview: TransferPreview }) {
  const { voucher, giverNameMasked, expiresAt } = preview;
  const { terms } = voucher;
  return (
    <>
      <Card>
        <View className={styles.head}>
          <Tile icon={serviceLooks[voucher.service].icon} />
          <View className={styles.words}>
            <Words size="sub" tone="ink2">
              {words.from(giverNameMasked)}
            </Words>
            <Heading>{voucher.title}</Heading>
            {voucher.usesTotal > 1 && <Words tone="ink2">{words.uses(voucher.usesTotal)}</Words>}
            {voucher.discount && <Words tone="ink2">{voucher.discount}</Words>}
            <Words size="sub" tone="ink2">
              {words.until(formatLastDay(voucher.validUntil))}
            </Words>
            <Words size="sub" tone="due">
              {words.expires(formatInstant(expiresAt))}
            </Words>
          </View>
        </View>
      </Card>
      <Section title={words.facts}>
        <Card flush>
          <FactList
            facts={[
              { name: words.how, text: terms.howToUse },
              {
                name: words.extra,
                text: terms.extraCost ?? words.noExtra,
                tone: terms.extraCost ? 'due' : undefined,
              },
              ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
              ...(terms.exclusions.length > 0
                ? [{ name: words.excluded, text: terms.exclusions.join('、') }]
                : []),
              { name: words.once, text: words.onceText },
            ]}
          />
        </Card>
      </Section>
    </>
  );
}
