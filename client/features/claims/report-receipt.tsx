import { Text, View } from '@tarojs/components';
import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Clock } from '@/ui/clock';
import { Icon } from '@/ui/icon/icon';
import { MessageAsk } from '@/ui/message-ask';
import { Notice } from '@/ui/notice';
import { Person } from '@/ui/person';
import { Heading, Words } from '@/ui/text';
import type { ClaimReceipt } from '../../../bff/features/claims/contract';
import { currentStep, stepStart } from './case-steps';
import { receiptWords } from './messages';
import styles from './report-receipt.module.scss';

/** What was taken, under which number, and what happens next, by whom and until when. */
export function ReportReceipt({ receipt }: { receipt: ClaimReceipt }) {
  const { id, reportNo, verified, photos, steps } = receipt;
  const missing = photos.required.length - photos.received.length;
  const current = currentStep(steps);
  return (
    <>
      <View className={styles.head}>
        <View className={styles.disc}>
          <Icon name="check" size="l" />
        </View>
        <Heading>{receiptWords.received}</Heading>
        <Words size="sub" tone="ink2">
          {receiptWords.reportNo}
        </Words>
        <Text className={styles.number} userSelect>
          {reportNo ?? receiptWords.numberLater}
        </Text>
      </View>
      {!verified && <Notice icon="info">{receiptWords.pendingCheck}</Notice>}
      {current && (
        <Card>
          <Words size="sub" tone="brand" bold>
            {receiptWords.next}
          </Words>
          <Heading size="head">{current.name}</Heading>
          <Words size="sub" tone="ink2">
            {current.plain}
          </Words>
          {current.dueAt && (
            <View className={styles.clock}>
              <Clock startedAt={stepStart(steps, current)} dueAt={current.dueAt} />
            </View>
          )}
          <View className={styles.owner}>
            <Person
              name={current.owner.name}
              role={current.owner.role}
              note={receiptWords.ownsStep}
              phone={current.owner.phone ?? undefined}
            />
          </View>
        </Card>
      )}
      <MessageAsk kind="claimProgress" />
      <View className={styles.ways}>
        {missing > 0 && (
          <Button wide icon="camera" onTap={() => redirectTo('claims/photo', { id })}>
            {receiptWords.photosNow(missing)}
          </Button>
        )}
        <Button wide kind={missing > 0 ? 'ghost' : 'primary'} onTap={() => redirectTo('claims/case', { id })}>
          {missing > 0 ? receiptWords.photosLater : receiptWords.progress}
        </Button>
      </View>
    </>
  );
}
