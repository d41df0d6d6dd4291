/** Business about a policy that a person does alone: each leaves a record with a receipt (业务办理记录). */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, pageQuery } from '../../../http/contract';
import { lostItem, policySummary } from './policies';

export const policyNumber = z.string().check(z.trim(), z.minLength(4), z.maxLength(64));

export const policyLinkRequest = z.strictObject({ policyNo: policyNumber });
export const corePolicyLink = z.object({ policy: policySummary });

export const coreContactChange = z.strictObject({
  phone: z.optional(z.string().check(z.regex(/^1[3-9]\d{9}$/))),
  address: z.optional(z.string().check(z.trim(), z.minLength(5), z.maxLength(100))),
});

export const lossReportRequest = z.strictObject({ item: lostItem });

export const serviceKind = z.enum(['contactChange', 'contactRestored', 'lossReport', 'lossCancelled']);

export const coreServiceRecord = z.object({
  id: opaqueId,
  receiptNo: z.string(),
  kind: serviceKind,
  at: instant,
  policyId: opaqueId,
  policyNo: z.string(),
  item: z.nullable(lostItem),
  /** What stood there before and what stands there now. */
  changes: z.array(
    z.object({
      field: z.enum(['phone', 'address']),
      before: z.nullable(z.string()),
      after: z.nullable(z.string()),
    }),
  ),
  /** On how many policies of the same policyholder it holds. */
  policies: z.int(),
  canUndo: z.boolean(),
});

export const coreServiceRecordList = listOf(coreServiceRecord);
export const serviceRecordQuery = z.strictObject({ ...pageQuery });

export type CoreServiceRecord = z.infer<typeof coreServiceRecord>;
export type CoreContactChange = z.infer<typeof coreContactChange>;
export type LostItem = z.infer<typeof lostItem>;
