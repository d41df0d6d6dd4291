import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Tile } from '@/ui/tile';
import { Words } from '@/ui/text';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { displayPlate } from '../../../../bff/identifiers';
import { PlaceText } from '../place-text';
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
            <Text className={styles.phrase}>
              {displayPlate(plate)} {scenarioWords[scenario].name}，
            </Text>
            <Text className={styles.phrase}>
              {injured ? caseHeadWords.injured : caseHeadWords.notInjured}
            </Text>
          </View>
          <Words size="small" tone="ink3">
            {formatInstant(occurredAt)}
          </Words>
          <Place address={address} />
          <Words size="small" tone="ink3">
            {reportNo === null ? caseHeadWords.numberLater : `${caseHeadWords.reportNo} `}
            <Text className={styles.phrase}>{reportNo}</Text>
          </Words>
        </View>
      </View>
    </Card>
  );
}

/** More than this hardly fits on two lines. */
const LONG_PLACE = 40;

/** A place may be a whole description: two lines of it, the rest on a tap. */
function Place({ address }: { address: string }) {
  const [all, setAll] = useState(false);
  const isLong = address.length > LONG_PLACE;
  return (
    <>
      <View className={isLong && !all ? styles.cut : undefined}>
        <Words size="small" tone="ink3">
          <PlaceText address={address} />
        </Words>
      </View>
      {isLong && (
        <Button kind="text" size="small" onTap={() => setAll(!all)}>
          {all ? caseHeadWords.fold : caseHeadWords.unfold}
        </Button>
      )}
    </>
  );
}
