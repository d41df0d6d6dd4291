import { View } from '@tarojs/components';
import { goTo } from '@/platform/routes';
import { formatInstant, formatRemaining } from '@/ui/format/time';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { Tag } from '@/ui/tag';
import { Tile } from '@/ui/tile';
import type { ClaimSummary } from '../../../../bff/features/claims/contract';
import { displayPlate } from '../../../../bff/identifiers';
import { PlaceText } from '../place-text';
import styles from './claim-row.module.scss';
import { claimRowWords, scenarioWords } from '../messages';

/** One claim of the list: which car, what happened, how it stands, and who has it in hand. */
export function ClaimRow({ claim, now }: { claim: ClaimSummary; now: number }) {
  const { id, plate, scenario, open, statusName, occurredAt, address, current, yourTurn } = claim;
  const isLate = current?.breached === true;
  return (
    <Pressable className={styles.row} onTap={() => void goTo('claims/case', { id })}>
      <Tile icon="car" tone={open ? 'brand' : 'grey'} />
      <View className={styles.words}>
        <View className={styles.head}>
          <View className={styles.title}>
            {displayPlate(plate)} {scenarioWords[scenario].name}
          </View>
          <Tag tone={yourTurn ? 'due' : open ? 'brand' : 'grey'}>{statusName}</Tag>
        </View>
        <View className={styles.detail}>{formatInstant(occurredAt, now)}</View>
        <View className={styles.detail}>
          <PlaceText address={address} />
        </View>
        {yourTurn && <View className={styles.turn}>{yourTurn}</View>}
        {open && !yourTurn && current && (
          <View className={isLate ? styles.late : styles.detail}>
            {claimRowWords.ownedBy(current.owner.name)}
            {current.dueAt ? `，${formatRemaining(current.dueAt, now)}` : ''}
          </View>
        )}
      </View>
      <Icon name="right" size="s" className={styles.chevron} />
    </Pressable>
  );
}
