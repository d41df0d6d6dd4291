/** Operators (内管): sign-in of their own, and the identity reviews (人工核验) they answer. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, pageQuery } from '../../http/contract';
import { smsCodeAnswer, smsCodeRequest, smsSessionRequest } from '../account/contract';

export const opsCodeRequest = smsCodeRequest;
export const opsCodeAnswer = smsCodeAnswer;
export const opsSessionRequest = z.strictObject({
  phone: smsSessionRequest.shape.phone,
  code: smsSessionRequest.shape.code,
});
export const opsSession = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: instant,
  operator: z.object({ id: opaqueId, name: z.string(), branchId: opaqueId }),
});

export const opsReview = z.object({
  id: opaqueId,
  state: z.enum(['open', 'accepted', 'refused']),
  kind: z.enum(['person', 'organisation']),
  nameMasked: z.string(),
  idNumberMasked: z.string(),
  phoneMasked: z.nullable(z.string()),
  /** Why the automatic check did not settle it. */
  cause: z.string(),
  submittedAt: instant,
  dueAt: instant,
  decidedAt: z.nullable(instant),
  decidedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export const opsReviewQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(['open', 'accepted', 'refused'])),
});
export const opsReviewList = listOf(opsReview);
export const opsReviewParams = z.strictObject({ id: opaqueId });
export const opsDecisionRequest = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  reason: z
    .string({ error: '请写明理由，本人会看到' })
    .check(z.trim(), z.minLength(2, '请写明理由，本人会看到'), z.maxLength(200)),
});

export type OpsReview = z.infer<typeof opsReview>;
