import type { Payout } from '../../../upstream/core/contract/claim-parts';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import type { Db } from './db';
import { surveyOf, type SurveyRow } from './known-facts';
import { loadAssessment, type LoadedAssessment } from './parts/load-assessment';
import { loadDispatch } from './parts/load-dispatch';
import { loadEndings } from './parts/load-endings';
import { loadNews } from './parts/load-news';
import { loadPapers } from './parts/load-papers';
import { loadPayouts } from './parts/load-payouts';
import { loadReport } from './parts/load-report';
import type { Words } from './parts/staff-contact';

type Detail = CoreClaimDetail;

export interface ClaimParts {
  report: Awaited<ReturnType<typeof loadReport>>;
  dispatch: Detail['dispatch'];
  papers: Detail['papers'];
  assessment: LoadedAssessment | null;
  payouts: Payout[];
  endings: Awaited<ReturnType<typeof loadEndings>>;
  news: Detail['news'];
  survey: SurveyRow | null;
}

/** Everything of one claim beside its row and its steps. One after another: they share the connection of a transaction. */
export async function loadParts(
  words: Words,
  db: Db,
  claim: { id: string; injured: boolean; listedAt: Date | null; now: Date },
): Promise<ClaimParts> {
  return {
    report: await loadReport(words, db, claim.id),
    dispatch: await loadDispatch(words, db, claim.id),
    papers: await loadPapers(words, db, claim.id, claim.listedAt),
    assessment: await loadAssessment(words, db, claim.id),
    payouts: await loadPayouts(words, db, claim.id, claim.injured),
    endings: await loadEndings(words, db, claim.id, claim.now),
    news: await loadNews(db, claim.id),
    survey: await surveyOf(db, claim.id),
  };
}
