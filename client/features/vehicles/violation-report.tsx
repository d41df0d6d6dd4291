import { View } from '@tarojs/components';
import { useRead } from '@/api/use-read';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Figure, Money } from '@/ui/figure';
import { formatInstant } from '@/ui/format/time';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Line, Stack } from '@/ui/stack';
import { Words } from '@/ui/text';
import {
  violationReport,
  type Violation,
  type ViolationReport,
} from '../../../bff/features/vehicles/contract';
import { readViolations } from './api';
import { messages, violationReportWords } from './messages';
import { ViolationRow } from './violation-row';
import styles from './violation-report.module.scss';

const words = messages.violations;

interface SummaryProps {
  report: ViolationReport;
  onRefresh: () => Promise<void>;
}

/** The one figure that asks for something first, what it costs beside it, and where all of it comes from in small print. */
function Summary({ report, onRefresh }: SummaryProps) {
  const { totals, stale, items, source, fetchedAt, coverage } = report;
  return (
    <Card>
      <Stack gap={3}>
        <Line gap={3} spread wrap>
          <View>
            <Words size="sub" tone="ink2">
              {words.unhandled}
            </Words>
            <Figure unit={violationReportWords.records}>{String(totals.unhandled)}</Figure>
          </View>
          <Button kind="ghost" size="small" icon="refresh" busyText={words.refreshing} onTap={onRefresh}>
            {words.refresh}
          </Button>
        </Line>
        <View className={styles.totals}>
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
        {stale && (
          <Notice tone="due" icon="cloudoff">
            {words.stale}。
          </Notice>
        )}
        <View>
          <Words size="small" tone="ink3">
            {`${words.found(items.length, source)}，${words.fetched(formatInstant(fetchedAt))}。`}
          </Words>
          <Words size="small" tone="ink3">
            {coverage}
          </Words>
        </View>
      </Stack>
    </Card>
  );
}

function Records({ title, items }: { title: string; items: readonly Violation[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <Card flush>
        {items.map((violation) => (
          <ViolationRow key={violation.id} violation={violation} />
        ))}
      </Card>
    </Section>
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
          <Summary report={report} onRefresh={read.refresh} />
          {report.items.length === 0 ? (
            <Card>
              <Words bold>{words.none}</Words>
              <Words size="sub" tone="ink2">
                {words.noneHint}
              </Words>
            </Card>
          ) : (
            <>
              <Records title={words.unhandled} items={report.items.filter(({ handled }) => !handled)} />
              <Records title={words.handledTitle} items={report.items.filter(({ handled }) => handled)} />
            </>
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
