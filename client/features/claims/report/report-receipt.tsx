import { Text, View } from '@tarojs/components';
import { keepAcceptance } from '@/api/message-acceptance';
import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Clock } from '@/ui/clock';
import { Icon } from '@/ui/icon/icon';
import { MessageAsk } from '@/ui/message-ask';
import { Notice } from '@/ui/notice';
import { Person } from '@/ui/person';
import { Heading, Words } from '@/ui/text';
import type { ClaimReceipt } from '../../../../bff/features/claims/contract';
import { currentStep, stepStart } from '../case/case-steps';
import { DeliveryState } from './delivery-state';
import { deliveryWords, receiptWords } from './messages';
import type { ReportDraft } from './report-draft';
import { shotsAtHand } from '../photos/shots-at-hand';
import styles from './report-receipt.module.scss';

interface ReportReceiptProps {
  receipt: ClaimReceipt;
  /** What was answered: the shot list follows from it while the claims system has not made one. */
  asked: Pick<ReportDraft, 'scenario' | 'injured'>;
}

/** What was taken, under which number, and what happens next, by whom and until when. */
export function ReportReceipt({ receipt, asked }: ReportReceiptProps) {
  const { id, reportNo, verified, photos, steps, status } = receipt;
  const isQueued = status === 'queued';
  const atHand =
    isQueued && asked.scenario ? shotsAtHand(asked.scenario, asked.injured === true) : photos.required;
  const missing = atHand.length - photos.received.length;
  const photosFirst = missing > 0 && !asked.injured;
  const current = currentStep(steps);
  return (
    <>
      <View className={styles.head}>
        <View className={styles.disc}>
          <Icon name="check" size="l" />
        </View>
        <Heading>{isQueued ? receiptWords.queued : receiptWords.received}</Heading>
        <Words size="sub" tone="ink2">
          {receiptWords.reportNo}
        </Words>
        <Text className={styles.number} userSelect>
          {reportNo ?? receiptWords.numberLater}
        </Text>
      </View>
      <DeliveryState at="received" words={reportNo === null ? deliveryWords.queued : undefined} />
      {isQueued && <Notice icon="cloudok">{receiptWords.queuedMeans}</Notice>}
      {asked.injured && <Notice icon="medic">{receiptWords.injuredFirst}</Notice>}
      {!verified && !isQueued && <Notice icon="info">{receiptWords.pendingCheck}</Notice>}
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
      <MessageAsk kind="claimProgress" keep={keepAcceptance} />
      <View className={styles.ways}>
        {missing > 0 && (
          <Button
            wide
            kind={photosFirst ? 'primary' : 'ghost'}
            icon="camera"
            onTap={() => redirectTo('claims/photo', { id })}
          >
            {receiptWords.photosNow(missing)}
          </Button>
        )}
        <Button wide kind={photosFirst ? 'ghost' : 'primary'} onTap={() => redirectTo('claims/case', { id })}>
          {photosFirst ? receiptWords.photosLater : receiptWords.progress}
        </Button>
      </View>
    </>
  );
}
