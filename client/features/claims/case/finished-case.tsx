import { useState } from 'react';
import { Button } from '@/ui/button';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { finishedWords } from '../after-messages';
import { CaseEndings, UndoWithdrawal } from '../ending/case-endings';
import { CaseRating } from '../ending/case-rating';
import { CasePapers } from '../papers/case-papers';
import { CaseMoney } from '../payment/case-money';
import { CaseResult } from '../payment/case-result';
import { CaseHead } from './case-head';
import { CaseInvolved } from './case-involved';
import { CaseNews } from './case-news';
import { CasePhotos } from './case-photos';
import { CaseRefusal } from './case-refusal';
import { CaseTimeline } from './case-timeline';
import { NextActionCard } from './next-action-card';

/** A case that is over: how it ended, what was paid, and what to do when not content; how it went opens by a tap. */
export function FinishedCase({ claim }: { claim: ClaimDetail }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <CaseResult payouts={claim.payouts} />
      <CaseHead claim={claim} />
      <UndoWithdrawal claim={claim} />
      <CaseRefusal claim={claim} />
      <NextActionCard claim={claim} />
      <CaseRating claim={claim} />
      <CaseEndings claim={claim} />
      <Button wide kind="ghost" icon={all ? 'up' : 'down'} onTap={() => setAll(!all)}>
        {all ? finishedWords.less : finishedWords.more}
      </Button>
      {all && (
        <>
          <CaseMoney claim={claim} />
          <CasePapers claim={claim} />
          <CaseTimeline claim={claim} />
          <CaseInvolved claim={claim} />
          <CasePhotos claim={claim} />
          <CaseNews news={claim.news} />
        </>
      )}
    </>
  );
}
