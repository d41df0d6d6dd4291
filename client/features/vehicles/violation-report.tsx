import { View } from '@tarojs/components';
import { useRead } from '@/api/use-read';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Figure, Money } from '@/ui/figure';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import { violationReport, type ViolationReport } from '../../../bff/features/vehicles/contract';
import { readViolations } from './api';
import { messages, violationReportWords } from './messages';
import { ViolationCard } from './violation-card';
import styles from './violation-report.module.scss';

const words = messages.violations;

function Totals({ totals }: Pick<ViolationReport, 'totals'>) {
  return (
    <View className={styles.totals}>
      <View>
        <Words size="sub" tone="ink2">
          {words.unhandled}
        </Words>
        <Figure size="head" unit={violationReportWords.records}>
          {String(totals.unhandled)}
        </Figure>
      </View>
      <View>
        <Words size="sub" tone="ink2">
          {words.fine}
        </Words>
        <Money amountFen={totals.fineFen} size="head" />
      </View>
      <View>
        <Words size="sub" tone="ink2">
          {words.points}
        </Words>
        <Figure size="head" unit={violationReportWords.points}>
          {String(totals.points)}
        </Figure>
      </View>
    </View>
  );
}

/** Each result with its source, its time and what the source can see: "found nothing" is not "there is nothing". */
export function ViolationReportView({ vehicleId }: { vehicleId: string }) {
  const read = useRead({
    key: ['vehicles', vehicleId, 'violations'],
    read: ({ signal }) => readViolations(vehicleId, signal),
    kept: violationReport,
  });
  return (
    <Loaded read={read} system={violationReportWords.source}>
      {(report) => (
        <Stack gap={3}>
          <Card>
            <Stack gap={3}>
              <Totals totals={report.totals} />
              <Notice tone={report.stale ? 'due' : 'grey'} icon={report.stale ? 'cloudoff' : 'info'}>
                {report.stale ? `${words.stale}。` : ''}
                {`${words.found(report.items.length, report.source)}，${words.fetched(formatInstant(report.fetchedAt))}。`}
                {report.coverage}
              </Notice>
              <Button kind="ghost" wide icon="refresh" busyText={words.refreshing} onTap={read.refresh}>
                {words.refresh}
              </Button>
            </Stack>
          </Card>
          {report.items.length === 0 ? (
            <Card>
              <Words bold>{words.none}</Words>
              <Words size="sub" tone="ink2">
                {words.noneHint}
              </Words>
            </Card>
          ) : (
            report.items.map((violation) => <ViolationCard key={violation.id} violation={violation} />)
          )}
          <Section title={words.where}>
            <Card>
              <Words size="sub" tone="ink2">
                {words.whereBody}
              </Words>
            </Card>
          </Section>
        </Stack>
      )}
    </Loaded>
  );
}
