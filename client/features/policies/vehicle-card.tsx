import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Tag } from '@/ui/tag';
import { TermRow } from '@/ui/term';
import { useNow } from '@/ui/use-now';
import type { PolicySummary } from '../../../bff/features/policies/contract';
import { displayPlate } from '../../../bff/identifiers';
import { policyListWords, shortName, statusNames } from './messages';
import { policyLook } from './policy-status';
import styles from './vehicle-card.module.scss';
import { type InsuredVehicle, splitByTime } from './vehicles';

const MINUTE_MS = 60_000;

/** One car with its policies; those that are over fold away. */
export function VehicleCard({ vehicle: { plate, model, newEnergy, policies } }: { vehicle: InsuredVehicle }) {
  const [open, setOpen] = useState(false);
  const { shown, past } = splitByTime(policies);
  return (
    <Card flush>
      <View className={styles.car}>
        <Icon name={newEnergy ? 'bolt' : 'car'} className={styles.sign} />
        <View className={styles.plate}>{displayPlate(plate)}</View>
        <View className={styles.model}>{model}</View>
      </View>
      {shown.map((policy) => (
        <PolicyRow key={policy.id} policy={policy} />
      ))}
      {past.length > 0 && (
        <Pressable className={styles.past} expanded={open} onTap={() => setOpen(!open)}>
          <View className={styles.pastWords}>{policyListWords.past(past.length)}</View>
          <Icon name={open ? 'up' : 'down'} size="s" className={styles.fold} />
        </Pressable>
      )}
      {open && past.map((policy) => <PolicyRow key={policy.id} policy={policy} />)}
      <View className={styles.terms}>
        <TermRow text={(open ? policies : shown).map(({ status }) => statusNames[status]).join(' ')} />
      </View>
    </Card>
  );
}

function PolicyRow({ policy }: { policy: PolicySummary }) {
  const { tone, tag, days, term } = policyLook(policy, useNow(MINUTE_MS));
  return (
    <Pressable className={styles.row} onTap={() => void goTo('policies/detail', { id: policy.id })}>
      <View className={styles.words}>
        <View className={styles.name}>{shortName(policy)}</View>
        <View className={styles.detail}>{term}</View>
        <View className={styles.detail}>{policy.policyNo}</View>
      </View>
      <View className={styles.state}>
        <Tag tone={tone}>{tag}</Tag>
        {days && <Text className={styles.days}>{days}</Text>}
      </View>
      <Icon name="right" size="s" className={styles.chevron} />
    </Pressable>
  );
}
