/**
 * The insurer's own people working on claims. In production this is the insurer's claims desk; the embedded core has just
 * enough of it that somebody can play surveyor.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `GET /surveyor/cases` · `GET /surveyor/cases/{id}` | surveyor | open cases, and one with what its customer sees |
 * | `POST /surveyor/cases/{id}/actions` ⟳ | surveyor | one action; refused with 409 ACTION_OUT_OF_TURN out of turn |
 */
import * as z from 'zod/mini';
import { fen, instant, opaqueId } from '../../../http/contract';
import { paperKind } from './claim-parts';
import { claimStatus, coreClaimDetail } from './claims';

const words = (max: number) =>
  z
    .string({ error: '请写一句话' })
    .check(z.trim(), z.minLength(2, '至少写 2 个字'), z.maxLength(max, `最多 ${String(max)} 个字`));

const line = z.strictObject({
  kind: z.enum(['part', 'labour', 'medical', 'property', 'other']),
  side: z.enum(['own', 'other']),
  label: words(60),
  quantity: z.int().check(z.gte(1), z.lte(99)),
  amountFen: fen,
});

export const surveyorAction = z.discriminatedUnion('action', [
  /** From now on people move this case; the demonstration leaves it alone. */
  z.strictObject({ action: z.literal('take') }),
  z.strictObject({ action: z.literal('contact') }),
  z.strictObject({
    action: z.literal('survey'),
    faultPercent: z.literal([0, 30, 50, 70, 100], '责任只能是 0、30、50、70 或 100（%）'),
    /** Everybody involved agrees on the fault. */
    agreed: z.boolean(),
    policeDecided: z.boolean(),
    outsideProperty: z.boolean(),
    /** The other car has compulsory cover; null where nobody knows. */
    otherHasCompulsory: z.nullable(z.boolean()),
    estimatedOwnFen: fen,
    estimatedOtherFen: fen,
  }),
  z.strictObject({ action: z.literal('listPapers') }),
  /** Asking again breaks the promise "asked for once": it needs a supervisor's reason. */
  z.strictObject({
    action: z.literal('askAgain'),
    kinds: z.array(paperKind).check(z.minLength(1), z.maxLength(5)),
    supervisorReason: z.optional(words(300)),
  }),
  z.strictObject({ action: z.literal('register') }),
  z.strictObject({
    action: z.literal('reviewPaper'),
    paperId: opaqueId,
    decision: z.enum(['accepted', 'rejected']),
    reason: words(200),
  }),
  z.strictObject({
    action: z.literal('assess'),
    lines: z.array(line).check(z.minLength(1), z.maxLength(40)),
  }),
  z.strictObject({ action: z.literal('approve') }),
  z.strictObject({ action: z.literal('pay'), payoutId: opaqueId }),
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({
    action: z.literal('refuse'),
    reasons: z.array(words(300)).check(z.minLength(1), z.maxLength(5)),
  }),
  z.strictObject({ action: z.literal('sendRefusalNotice') }),
]);

export const surveyorCase = z.object({
  id: opaqueId,
  reportNo: z.string(),
  status: claimStatus,
  statusName: z.string(),
  plate: z.string(),
  address: z.string(),
  injured: z.boolean(),
  reportedAt: instant,
  surveyorName: z.nullable(z.string()),
  dueAt: z.nullable(instant),
  breached: z.boolean(),
  /** True once a person plays surveyor here. */
  taken: z.boolean(),
});
export const surveyorCaseList = z.object({ items: z.array(surveyorCase) });
export const surveyorCaseDetail = z.object({
  claim: coreClaimDetail,
  driverName: z.string(),
  contactPhone: z.string(),
  description: z.nullable(z.string()),
  taken: z.boolean(),
  /** What may be done now. */
  actions: z.array(z.string()),
});

export type SurveyorAction = z.infer<typeof surveyorAction>;
export type SurveyorCase = z.infer<typeof surveyorCase>;
export type SurveyorCaseDetail = z.infer<typeof surveyorCaseDetail>;
