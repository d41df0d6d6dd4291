import { View } from '@tarojs/components';
import { useRead } from '@/api/use-read';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { voucherReportList, type VoucherReport } from '../../../bff/features/vouchers/contract';
import { readReports } from './api';
import { reportWords as words } from './messages';
import { remedyOf } from './report-receipt';

function linesOf(report: VoucherReport): string[] {
  const { answer, closedAt, dueAt, ticketNo } = report;
  return [
    `${words.ticket} ${ticketNo}`,
    remedyOf(report),
    ...(answer && closedAt
      ? [words.answered(formatInstant(closedAt)), answer]
      : [words.dueBy(formatInstant(dueAt))]),
  ];
}

/** What this person said about the voucher, and what became of it. Nothing where nothing was said. */
export function Reports({ voucherId }: { voucherId: string }) {
  const read = useRead({
    key: ['voucher-reports', voucherId],
    read: ({ signal }) => readReports(voucherId, signal),
    kept: voucherReportList,
  });
  const reports = read.data?.items ?? [];
  if (reports.length === 0) return null;
  return (
    <Section title={words.section}>
      <Card flush>
        <Rows>
          {reports.map((report) => (
            <Row
              key={report.id}
              title={words.titles[report.kind]}
              detail={linesOf(report).map((line) => (
                <View key={line}>{line}</View>
              ))}
              value={<Tag tone={report.state === 'open' ? 'due' : 'ok'}>{words.states[report.state]}</Tag>}
            />
          ))}
        </Rows>
      </Card>
    </Section>
  );
}
