import type { Failure } from '@/api/failures';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Notice } from '@/ui/notice';
import { Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { Words } from '@/ui/text';
import type { SettlementDetail, SettlementLine } from '../../../bff/features/merchant/contract';
import { MoreButton } from './more-button';
import { SettlementLineRow } from './settlement-line-row';
import { statementWords as words } from './settlement-messages';

interface SettlementLinesProps {
  settlement: SettlementDetail;
  pages: {
    items: readonly SettlementLine[];
    hasMore: boolean;
    failure: Failure | undefined;
    loadMore: () => Promise<void>;
  };
  downloadProblem: string | undefined;
  onDownload: () => Promise<void>;
  onDispute: (line: SettlementLine) => void;
}

/** Every line of a statement, newest first, and all of them as a spreadsheet. */
export function SettlementLines(props: SettlementLinesProps) {
  const { settlement, pages, downloadProblem, onDownload, onDispute } = props;
  const { state, lineCount } = settlement;
  const canDispute = state === 'closed' || state === 'disputed';
  return (
    <Section title={words.linesTitle(lineCount)}>
      {pages.items.length === 0 ? (
        <Card>
          <Words bold>{words.noLines}</Words>
          <Words size="sub" tone="ink2">
            {words.noLinesHint}
          </Words>
        </Card>
      ) : (
        <>
          <Button kind="ghost" wide icon="download" busyText={words.downloading} onTap={onDownload}>
            {words.download}
          </Button>
          {downloadProblem && <Notice tone="due">{downloadProblem}</Notice>}
          <Card flush>
            <Rows>
              {pages.items.map((line) => (
                <SettlementLineRow key={line.lineId} line={line} {...(canDispute ? { onDispute } : {})} />
              ))}
            </Rows>
          </Card>
          <MoreButton pages={pages} text={words.more} busyText={words.moreBusy} />
        </>
      )}
    </Section>
  );
}
