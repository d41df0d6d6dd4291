import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { type Fact, FactList } from '@/ui/fact-list';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import type { GiftDetail } from '../../../bff/features/gifts/contract';
import styles from './gift-facts.module.scss';
import { messages } from './messages';

const words = messages.detail;
type Content = GiftDetail['contents'][number];

function factsOf({ terms, storeCount }: Content): Fact[] {
  return [
    ...(storeCount > 0 ? [] : [{ name: words.where, text: words.storesOf(storeCount) }]),
    { name: words.extra, text: terms.extraCost ?? words.noExtra, tone: terms.extraCost ? 'due' : undefined },
    { name: words.how, text: terms.howToUse },
    ...(terms.limits.length > 0 ? [{ name: words.limits, text: terms.limits.join('；') }] : []),
    ...(terms.exclusions.length > 0 ? [{ name: words.excluded, text: terms.exclusions.join('、') }] : []),
  ];
}

/** Everything on the table before it is claimed: expiry, shops, extra cost, limits, exclusions, and why it is given at all. */
export function GiftFacts({ gift }: { gift: GiftDetail }) {
  return (
    <Section title={gift.state === 'offered' ? words.terms : words.termsPast}>
      <Card flush>
        <FactList
          facts={[
            { name: words.validity, text: gift.validity },
            { name: words.why, text: words.basis[gift.basis] },
          ]}
        />
      </Card>
      {gift.contents.map((content) => (
        <Section key={`${content.service}-${content.title}`} title={content.title}>
          <Card flush>
            <FactList facts={factsOf(content)} />
            {content.storeCount > 0 && (
              <View className={styles.where}>
                <Row
                  icon="pin"
                  title={words.where}
                  value={words.storesOf(content.storeCount)}
                  onTap={() =>
                    void goTo('stores/list', { service: content.service, serviceId: content.serviceId })
                  }
                />
              </View>
            )}
          </Card>
        </Section>
      ))}
    </Section>
  );
}
