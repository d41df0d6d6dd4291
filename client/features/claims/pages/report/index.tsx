import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Sheet } from '@/ui/sheet';
import { SubmissionNotice } from '@/ui/submission-notice';
import { CarStep } from '../../report/car-step';
import { ConfirmStep } from '../../report/confirm-step';
import { InjuryStep } from '../../report/injury-step';
import { ReportFoot } from '../../report/report-foot';
import { ReportProgress } from '../../report/report-progress';
import { ReportReceipt } from '../../report/report-receipt';
import { SafetyCard } from '../../report/safety-card';
import { ScenarioStep } from '../../report/scenario-step';
import { useReport, type Report } from '../../report/use-report';
import { DeliveryState } from '../../report/delivery-state';
import { KeptReport } from '../../report/kept-report';
import { reportPageWords, reportWords } from '../../report/messages';
import { useNextQuestion } from '../../report/question';

/** From the home page to a report number in five taps, without a network until the last. */
export default function ReportPage() {
  const report = useReport(useRouter().params.policyId);
  const { submission } = report.control;
  const isOnItsWay = submission.status === 'sending' || submission.status === 'unknown';
  if (report.received) {
    return (
      <Page title={reportPageWords.title}>
        <ReportReceipt receipt={report.received} asked={report.draft} />
      </Page>
    );
  }
  if (report.waiting?.delayed) {
    return (
      <Page title={reportPageWords.title}>
        <KeptReport write={report.waiting} onCallOff={report.control.callOff} />
      </Page>
    );
  }
  return (
    <Page title={reportPageWords.title} elderCall={false} action={<ReportFoot report={report} />}>
      <ReportProgress report={report} />
      <GoesOn report={report} />
      {isOnItsWay && <DeliveryState at="sending" />}
      {!report.isKept && <Notice tone="due">{reportWords.noRoom}</Notice>}
      {submission.status === 'unknown' && <SubmissionNotice control={report.control} />}
      {report.draft.injured && <SafetyCard brief={report.stepNumber > 2} />}
      <Question report={report} />
    </Page>
  );
}

function Question({ report }: { report: Report }) {
  useNextQuestion(report.step);
  switch (report.step) {
    case 'injury':
      return <InjuryStep report={report} />;
    case 'car':
      return <CarStep report={report} />;
    case 'scenario':
      return <ScenarioStep report={report} />;
    case 'confirm':
      return <ConfirmStep report={report} />;
  }
}

/** A report that was begun before is carried on; throwing it away is asked first, because it cannot be undone. */
function GoesOn({ report }: { report: Report }) {
  const [asking, setAsking] = useState(false);
  const startAgain = () => {
    setAsking(false);
    report.startAgain();
  };
  if (!report.goesOnFrom || report.control.submission.status === 'unknown') return null;
  const again = (
    <Button kind="ghost" size="small" onTap={() => setAsking(true)}>
      {reportPageWords.restart}
    </Button>
  );
  return (
    <>
      <Notice icon="cloudok" action={again}>
        {reportPageWords.continues(formatInstant(report.goesOnFrom))}
      </Notice>
      <Sheet
        open={asking}
        title={reportPageWords.discardTitle}
        onClose={() => setAsking(false)}
        action={
          <Button wide kind="danger" onTap={startAgain}>
            {reportPageWords.discard}
          </Button>
        }
      >
        {reportPageWords.discardMeans}
      </Sheet>
    </>
  );
}
