import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { CaseAction } from '../../case/case-action';
import { CaseAssessment } from '../../payment/case-assessment';
import { CaseEndings, UndoWithdrawal } from '../../ending/case-endings';
import { CaseGuidance } from '../../case/case-guidance';
import { CaseHead } from '../../case/case-head';
import { CaseInvolved } from '../../case/case-involved';
import { CaseLanes } from '../../case/case-lanes';
import { CaseNews } from '../../case/case-news';
import { CasePapers } from '../../papers/case-papers';
import { CasePayouts } from '../../payment/case-payouts';
import { CasePhotos } from '../../case/case-photos';
import { CaseRating } from '../../ending/case-rating';
import { CaseRefusal } from '../../case/case-refusal';
import { CaseTimeline } from '../../case/case-timeline';
import { NextActionCard } from '../../case/next-action-card';
import { useCase } from '../../case/use-case';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import type { ClaimDetail } from '../../../../../bff/features/claims/contract';
import { casePageWords } from '../../messages';

/** What waits for an answer stands first: the amounts until they are agreed on, then where the money goes. */
function Money({ claim: { id, assessment, payouts } }: { claim: ClaimDetail }) {
  const amounts = assessment && <CaseAssessment claimId={id} assessment={assessment} />;
  const sums = <CasePayouts claimId={id} payouts={payouts} />;
  return assessment?.state === 'proposed' ? (
    <>
      {amounts}
      {sums}
    </>
  ) : (
    <>
      {sums}
      {amounts}
    </>
  );
}

/** 理赔进展: every step with its owner and its clock, and the next thing the customer can do. */
export default function CasePage() {
  const id = useRouter().params.id ?? '';
  const { signedIn, claim } = useCase(id);
  usePullDownRefresh(() => void claim.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={casePageWords.title} action={<CaseAction claim={claim.data} />}>
      {signedIn ? (
        <Loaded
          read={claim}
          system={casePageWords.system}
          unaffected={casePageWords.unaffected}
          skeleton={<Skeleton cards={2} lines={4} />}
        >
          {(detail) => (
            <>
              <CaseHead claim={detail} />
              {!detail.verified && <Notice icon="info">{casePageWords.pendingCheck}</Notice>}
              <UndoWithdrawal claim={detail} />
              <CaseRefusal claim={detail} />
              <NextActionCard claim={detail} />
              <CaseRating claim={detail} />
              <Money claim={detail} />
              <CasePapers claim={detail} />
              <CaseTimeline claim={detail} />
              <CaseGuidance claim={detail} />
              <CaseInvolved claim={detail} />
              <CaseLanes lanes={detail.fastLanes} />
              <CasePhotos claim={detail} />
              <CaseNews news={detail.news} />
              <CaseEndings claim={detail} />
            </>
          )}
        </Loaded>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}
