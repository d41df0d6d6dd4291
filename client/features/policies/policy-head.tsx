import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import { useNow } from '@/ui/use-now';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { displayPlate } from '../../../bff/identifiers';
import { policyLook } from './policy-status';
import { policyHeadWords } from './messages';
import styles from './policy-head.module.scss';

const MINUTE_MS = 60_000;

export function PolicyHead({ policy }: { policy: PolicyDetail }) {
  const { tone, tag, days, term } = policyLook(policy, useNow(MINUTE_MS));
  return (
    <Card>
      <View className={styles.top}>
        <View className={styles.words}>
          <Heading>{policy.productName}</Heading>
        </View>
        <Tag tone={tone}>{tag}</Tag>
      </View>
      <Words size="sub" tone="ink2">
        {displayPlate(policy.vehicle.plate)} · {policy.vehicle.model}
      </Words>
      <View className={styles.term}>
        <View>{term}</View>
        {days && <View className={styles.days}>{days}</View>}
      </View>
      <View className={styles.number}>{policyHeadWords.policyNo(policy.policyNo)}</View>
    </Card>
  );
}
