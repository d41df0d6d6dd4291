import { Text, View } from '@tarojs/components';
import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import { Card } from '@/ui/card';
import { cls } from '@/ui/class-names';
import { Clock } from '@/ui/clock';
import { formatInstant } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Tag } from '@/ui/tag';
import { Heading, Words } from '@/ui/text';
import type { ClaimSummary } from '../../../bff/features/claims/contract';
import { displayPlate } from '../../../bff/identifiers';
import { nextWords } from './messages';
import styles from './next-card.module.scss';

/** 接下来: what happens next in an open claim, who does it, until when, and a way to reach them. */
export function NextCard({ claim }: { claim: ClaimSummary }) {
  const { current, yourTurn, plate, reportedAt, stepNumber, stepCount } = claim;
  return (
    <Card flush>
      <View className={styles.top}>
        <Tag tone={yourTurn ? 'due' : 'brand'}>{nextWords.title}</Tag>
        <View className={styles.meta}>
          {nextWords.reported(displayPlate(plate), formatInstant(reportedAt))}
        </View>
      </View>
      <View className={styles.middle}>
        <View className={styles.words}>
          <Heading size="head">{yourTurn ?? current?.name ?? claim.statusName}</Heading>
          {current && (
            <Words size="sub" tone="ink2">
              {yourTurn ? current.name : nextWords.ownedBy(current.owner.name)}
              {current.dueAt ? (
                <>
                  ，<Text className={styles.due}>{nextWords.before(formatInstant(current.dueAt))}</Text>
                </>
              ) : current.code === 'surveyed' ? (
                nextWords.whenCalled
              ) : (
                ''
              )}
            </Words>
          )}
        </View>
        {current?.dueAt && <Clock shape="ring" startedAt={reportedAt} dueAt={current.dueAt} />}
      </View>
      {current?.apology && <View className={styles.apology}>{current.apology}</View>}
      {stepCount > 0 && (
        <View className={styles.progress}>
          <View className={styles.segments}>
            {Array.from({ length: stepCount }, (_, index) => (
              <View
                key={index}
                className={cls(
                  styles.segment,
                  index + 1 < stepNumber && styles.done,
                  index + 1 === stepNumber && styles.now,
                )}
              />
            ))}
          </View>
          <View className={styles.count}>{nextWords.step(stepNumber, stepCount)}</View>
        </View>
      )}
      <Actions claim={claim} />
    </Card>
  );
}

function Actions({ claim: { id, current } }: { claim: ClaimSummary }) {
  const phone = current?.owner.phone;
  return (
    <View className={styles.actions}>
      <Pressable className={styles.action} onTap={() => void goTo('claims/case', { id })}>
        <Icon name="list" size="s" />
        <Text>{nextWords.progress}</Text>
      </Pressable>
      <Pressable className={styles.action} onTap={() => void callPhone(phone ?? brand.hotline)}>
        <Icon name="phone" size="s" />
        <Text>{current && phone ? nextWords.call(current.owner.name) : nextWords.callHotline}</Text>
      </Pressable>
    </View>
  );
}
