import { Notice } from '@/ui/notice';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { CaseEndings, UndoWithdrawal } from '../ending/case-endings';
import { CaseRating } from '../ending/case-rating';
import { casePageWords } from '../messages';
import { CasePapers } from '../papers/case-papers';
import { CaseMoney } from '../payment/case-money';
import { CaseResult } from '../payment/case-result';
import { CaseGuidance } from './case-guidance';
import { CaseHead } from './case-head';
import { CaseInvolved } from './case-involved';
import { CaseLanes } from './case-lanes';
import { CaseNews } from './case-news';
import { CasePhotos } from './case-photos';
import { CaseRefusal } from './case-refusal';
import { CaseTimeline } from './case-timeline';
import { NextActionCard } from './next-action-card';

/** A case in hand: what is paid already, what waits for the customer, and everything that goes on meanwhile. */
export function OpenCase({ claim }: { claim: ClaimDetail }) {
  return (
    <>
      <CaseHead claim={claim} />
      {!claim.verified && <Notice icon="info">{casePageWords.pendingCheck}</Notice>}
      <UndoWithdrawal claim={claim} />
      <CaseRefusal claim={claim} />
      <CaseResult payouts={claim.payouts} />
      <NextActionCard claim={claim} />
      <CaseRating claim={claim} />
      <CaseMoney claim={claim} />
      <CasePapers claim={claim} />
      <CaseTimeline claim={claim} />
      <CaseGuidance claim={claim} />
      <CaseInvolved claim={claim} />
      <CaseLanes lanes={claim.fastLanes} />
      <CasePhotos claim={claim} />
      <CaseNews news={claim.news} />
      <CaseEndings claim={claim} />
    </>
  );
}
