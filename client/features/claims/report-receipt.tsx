import { Text, View } from '@tarojs/components';
import { redirectTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Clock } from '@/ui/clock';
import { Icon } from '@/ui/icon/icon';
import { Notice } from '@/ui/notice';
import { Person } from '@/ui/person';
import { Heading, Words } from '@/ui/text';
import type { ClaimReceipt } from '../../../bff/features/claims/contract';
import { currentStep, stepStart } from './case-steps';
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
        <Heading>报案收到了</Heading>
        <Words size="sub" tone="ink2">
          报案号
        </Words>
        <Text className={styles.number} userSelect>
          {reportNo}
        </Text>
      </View>
      {!verified && (
        <Notice icon="info">
          待核实：我们会核对这辆车当时的保障，有结果马上告诉您。报案照样受理，不用再报一次。
        </Notice>
      )}
      {current && (
        <Card>
          <Words size="sub" tone="brand" bold>
            接下来
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
              note="这一步由他负责"
              phone={current.owner.phone ?? undefined}
            />
          </View>
        </Card>
      )}
      <View className={styles.ways}>
        {missing > 0 && (
          <Button wide icon="camera" onTap={() => redirectTo('claims/photo', { id })}>
            {`现在拍照，共 ${missing} 张`}
          </Button>
        )}
        <Button wide kind={missing > 0 ? 'ghost' : 'primary'} onTap={() => redirectTo('claims/case', { id })}>
          {missing > 0 ? '照片以后再拍，看进展' : '看进展'}
        </Button>
      </View>
    </>
  );
}
