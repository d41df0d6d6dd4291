import { Text, View } from '@tarojs/components';
import { emergencyNumbers } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { reportWords, reportFootWords } from '../messages';
import styles from './report-foot.module.scss';
import type { Report } from './use-report';

/** 120 and 122 never scroll away; on the last step the one action stands above them. */
export function ReportFoot({ report }: { report: Report }) {
  return (
    <View className={styles.foot}>
      {report.step === 'confirm' && <Submit report={report} />}
      <View className={styles.sos}>
        <Text className={styles.question}>{reportFootWords.injured}</Text>
        <Pressable className={styles.call} onTap={() => void callPhone(emergencyNumbers.ambulance)}>
          <Icon name="medic" />
          <Text>{reportFootWords.ambulance}</Text>
        </Pressable>
        <Pressable className={styles.call} onTap={() => void callPhone(emergencyNumbers.police)}>
          <Icon name="police" />
          <Text>{reportFootWords.police}</Text>
        </Pressable>
      </View>
    </View>
  );
}

function Submit({ report: { control, signedIn, submit, wrong } }: { report: Report }) {
  const { status } = control.submission;
  if (status === 'unknown') return null;
  return (
    <>
      {Object.keys(wrong).length > 0 && <View className={styles.wrong}>{reportWords.checkAbove}</View>}
      <Button wide busy={status === 'sending'} busyText={reportFootWords.sending} onTap={submit}>
        {signedIn ? reportFootWords.submit : reportFootWords.loginAndSubmit}
      </Button>
    </>
  );
}
