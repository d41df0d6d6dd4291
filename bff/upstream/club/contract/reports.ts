/** What a member says about a use (门店没给用, 不是我用的), the ticket that answers it, and what the operator is alarmed about. */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, pageQuery } from '../../../http/contract';

export const reportKind = z.enum(['refusedByStore', 'notMe']);

export const voucherReportRequest = z.strictObject({
  kind: reportKind,
  redemptionId: z.optional(opaqueId),
  comment: z.optional(z.string().check(z.trim(), z.maxLength(500, '最多 500 个字'))),
});

/** What was done at once, before anybody looked: the use came back, the voucher lives longer, or nothing. */
export const reportRemedy = z.enum(['restored', 'extended', 'none']);

export const voucherReport = z.object({
  id: opaqueId,
  ticketNo: z.string(),
  voucherId: opaqueId,
  redemptionId: z.nullable(opaqueId),
  kind: reportKind,
  remedy: reportRemedy,
  /** Set where the voucher lives longer. */
  validUntil: z.nullable(instant),
  state: z.enum(['open', 'closed']),
  at: instant,
  /** By when somebody answers. */
  dueAt: instant,
  answer: z.nullable(z.string()),
  closedAt: z.nullable(instant),
});
export const voucherReportAnswer = z.object({ report: voucherReport });
export const voucherReportList = listOf(voucherReport);

export const clubTicket = z.object({
  ...voucherReport.shape,
  comment: z.nullable(z.string()),
  memberId: opaqueId,
  memberName: z.nullable(z.string()),
  title: z.string(),
  store: z.nullable(z.object({ id: opaqueId, name: z.string() })),
  closedBy: z.nullable(z.string()),
});
export const clubTicketList = listOf(clubTicket);
export const clubTicketQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(['open', 'closed'])),
});
/** `restore` gives the use back; the merchant gets a negative line. */
export const ticketClosing = z.strictObject({
  answer: z
    .string({ error: '请写明答复，会员会看到' })
    .check(z.trim(), z.minLength(2, '请写明答复，会员会看到'), z.maxLength(200, '最多 200 个字')),
  restore: z.optional(z.boolean()),
});
export const clubTicketAnswer = z.object({ ticket: clubTicket });

const alarmKind = z.enum([
  'busyClerk',
  'busyMember',
  'oddHours',
  'notMe',
  'stuckMessage',
  'stuckJob',
  'stuckRun',
  'brokenPromise',
]);
export const clubAlarm = z.object({
  id: opaqueId,
  kind: alarmKind,
  at: instant,
  store: z.nullable(z.object({ id: opaqueId, name: z.string() })),
  clerkId: z.nullable(opaqueId),
  memberId: z.nullable(opaqueId),
  redemptionId: z.nullable(opaqueId),
  /** Numbers behind it, e.g. how many within how many minutes; no personal data. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  seenAt: z.nullable(instant),
});
export const clubAlarmList = listOf(clubAlarm);
export const clubAlarmQuery = z.strictObject({
  ...pageQuery,
  kind: z.optional(alarmKind),
  seen: z.optional(z.enum(['yes', 'no'])),
});

export type VoucherReport = z.infer<typeof voucherReport>;
export type ClubTicket = z.infer<typeof clubTicket>;
export type ClubAlarm = z.infer<typeof clubAlarm>;
