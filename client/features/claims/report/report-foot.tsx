import { Text, View } from '@tarojs/components';
import { brand, emergencyNumbers } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { useElder } from '@/platform/preferences';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon/icon';
import { Pressable } from '@/ui/pressable';
import { reportWords, reportFootWords } from './messages';
import styles from './report-foot.module.scss';
import type { Report } from './use-report';
import { namesOf } from './wrong-field';

/** 120 and 122 never scroll away, in elder mode the insurer beside them; on the last step the one action stands above them. */
export function ReportFoot({ report }: { report: Report }) {
  const elder = useElder();
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
        {elder && (
          <Pressable
            className={`${styles.call} ${styles.insurer}`}
            label={reportFootWords.callInsurer(brand.hotline)}
            onTap={() => void callPhone(brand.hotline)}
          >
            <Icon name="phone" />
            <Text>{reportFootWords.insurer}</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}

function Submit({ report: { control, signedIn, submit, wrong } }: { report: Report }) {
  const { status } = control.submission;
  if (status === 'unknown') return null;
  return (
    <>
      {Object.keys(wrong).length > 0 && (
        <View className={styles.wrong}>{reportWords.checkAbove(namesOf(wrong))}</View>
      )}
      <Button wide busy={status === 'sending'} busyText={reportFootWords.sending} onTap={submit}>
        {signedIn ? reportFootWords.submit : reportFootWords.loginAndSubmit}
      </Button>
    </>
  );
}
