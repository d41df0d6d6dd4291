import { View } from '@tarojs/components';
import { useSignedIn } from '@/api/session';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Section } from '@/ui/section';
import { serviceLooks } from '@/ui/service';
import type { ServiceKind } from '../../../bff/features/vouchers/contract';
import { messages } from './messages';
import styles from './services.module.scss';

const kinds = Object.keys(serviceLooks) as ServiceKind[];

/** What partner shops do; a tap tells what one of them promises. The catalogue is for members, so a visitor sees the shops at once. */
export function Services() {
  const signedIn = useSignedIn();
  return (
    <Section title={messages.services}>
      <Card>
        <View className={styles.grid}>
          {kinds.map((service) => (
            <Pressable
              key={service}
              className={styles.service}
              onTap={() => void goTo(signedIn ? 'life/service' : 'stores/list', { service })}
            >
              <Icon name={serviceLooks[service].icon} className={styles.icon} />
              <View>{serviceLooks[service].name}</View>
            </Pressable>
          ))}
        </View>
      </Card>
    </Section>
  );
}
