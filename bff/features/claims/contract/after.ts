/** After the report: papers, amounts, account, withdrawal, reopening, rating. Every write is ⟳ and answers the claim as it is then. */
import * as z from 'zod/mini';
import { freshness, opaqueId } from '../../../http/contract';
import {
  accountConfirmation,
  accountProposal,
  accountReadBack,
  assessmentAgreement,
  assessmentObjection,
  claimClockList,
  claimRating,
  claimReason,
  paperSubmission,
} from '../../../upstream/core/contract/claim-requests';

export {
  accountConfirmation,
  accountProposal,
  accountReadBack,
  assessmentAgreement,
  assessmentObjection,
  claimRating,
  claimReason,
  paperSubmission,
};

export const paperParams = z.strictObject({ id: opaqueId, paperId: opaqueId });
export const payoutParams = z.strictObject({ id: opaqueId, payoutId: opaqueId });

/** Our promises: `GET /claims/clocks`, for everybody. */
export const clocks = z.object({ ...claimClockList.shape, ...freshness });

/** Whom the other driver calls: `GET /insurer-hotlines`, from configuration. */
export const insurerHotlines = z.object({
  items: z.array(z.object({ name: z.string(), phone: z.string() })),
  note: z.string(),
});

export type AccountReadBack = z.infer<typeof accountReadBack>;
export type InsurerHotlines = z.infer<typeof insurerHotlines>;
