import { View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Tile } from '@/ui/tile';
import { Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { displayPlate } from '../../../../bff/identifiers';
import styles from './case-head.module.scss';
import { scenarioWords, caseHeadWords } from '../messages';

export function CaseHead({ claim }: { claim: ClaimDetail }) {
  const { plate, scenario, injured, address, reportNo, occurredAt } = claim;
  return (
    <Card>
      <View className={styles.head}>
        <Tile icon="car" />
        <View className={styles.words}>
          <View className={styles.title}>
            {displayPlate(plate)} {scenarioWords[scenario].name}，
            {injured ? caseHeadWords.injured : caseHeadWords.notInjured}
          </View>
          <Words size="small" tone="ink3">
            {formatInstant(occurredAt)} · {address}
          </Words>
          <Words size="small" tone="ink3">
            {caseHeadWords.reportNo(reportNo)}
          </Words>
        </View>
      </View>
    </Card>
  );
}
