import { fetchFile, get, write } from '@/api/client';
import { claimDetail, type ClaimDetail } from '../../../bff/features/claims/contract';
import {
  accountReadBack,
  insurerHotlines,
  type AccountReadBack,
  type InsurerHotlines,
} from '../../../bff/features/claims/contract/after';
import type { AccountProposal } from '../../../bff/upstream/core/contract/claim-requests';

const below = (claimId: string, ...parts: readonly string[]): string =>
  ['/claims', claimId, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');

export interface ClaimWrite {
  /** Below the claim, e.g. `['withdrawal', 'undo']`. */
  path: readonly string[];
  body?: Record<string, unknown>;
}

/** Every write about a claim answers the claim as it is then. */
export const writeAboutClaim = (
  claimId: string,
  { path, body }: ClaimWrite,
  idempotencyKey: string,
): Promise<ClaimDetail> =>
  write({ method: 'POST', path: below(claimId, ...path), body, schema: claimDetail, idempotencyKey });

/** The first of two steps: what was understood comes back, masked, with a token to confirm it. */
export const proposeAccount = (
  claimId: string,
  payoutId: string,
  body: AccountProposal,
  idempotencyKey: string,
): Promise<AccountReadBack> =>
  write({
    method: 'POST',
    path: below(claimId, 'payouts', payoutId, 'account'),
    body,
    schema: accountReadBack,
    idempotencyKey,
  });

export const readHotlines = (signal: AbortSignal): Promise<InsurerHotlines> =>
  get('/insurer-hotlines', insurerHotlines, { signal });

export const fetchAgreement = (claimId: string, fileName: string): Promise<void> =>
  fetchFile(below(claimId, 'agreement'), { fileName });
