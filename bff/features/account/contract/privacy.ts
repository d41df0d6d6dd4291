/** The privacy centre (隐私中心): who saw what, one's own copy, and leaving for good. */
import * as z from 'zod/mini';
import { count, instant, listOf, opaqueId, pageQuery } from '../../../http/contract';

/** What somebody did who is not the owner. */
export const accessAction = z.enum([
  'voucherLookup',
  'reviewListed',
  'reviewOpened',
  'reviewDecided',
  'claimContacted',
  'claimSurveyed',
  'memberOpened',
  'memberCorrected',
]);

/** What of a person was shown. */
export const accessField = z.enum([
  'name',
  'phone',
  'idNumber',
  'plate',
  'voucher',
  'contactPhone',
  'place',
  'photos',
  'policies',
]);

export const accessRecord = z.object({
  id: opaqueId,
  at: instant,
  viewer: z.object({
    role: z.enum(['clerk', 'merchantOwner', 'operator', 'surveyor']),
    /** 王*; null where the role and the shop say enough. */
    nameMasked: z.nullable(z.string()),
    place: z.nullable(z.string()),
  }),
  action: accessAction,
  fields: z.array(accessField),
});
/** Newest first. `incomplete`: the claims system did not say who looked at a report; what is entered already is here. */
export const accessRecordList = z.extend(listOf(accessRecord), { incomplete: z.optional(z.boolean()) });
export const accessRecordQuery = z.strictObject({ ...pageQuery });

/** A fresh proof that it is the owner: a code to the account's own phone, of its own kind. */
export const stepUpAnswer = z.object({ phoneMasked: z.string(), retryAfterSeconds: z.int() });
export const stepUpRequest = z.strictObject({
  code: z.string({ error: '请填写验证码' }).check(z.regex(/^\d{6}$/, '验证码是 6 位数字')),
});

/** A copy of everything held; it opens only in the session that asked for it, until `expiresAt`. */
export const dataExport = z.object({ id: opaqueId, madeAt: instant, expiresAt: instant, bytes: z.int() });
export const dataExportStatus = z.object({ export: z.nullable(dataExport) });
export const dataExportParams = z.strictObject({ id: opaqueId });
export const dataExportQuery = z.strictObject({ format: z.enum(['json', 'pdf']) });

export const accountDeletion = z.object({ id: opaqueId, requestedAt: instant, dueAt: instant });
/** What leaving would cost now; null where the system that knows is away. */
export const deletionStatus = z.object({
  deletion: z.nullable(accountDeletion),
  waitDays: z.int(),
  openClaims: z.nullable(count),
  vouchers: z.nullable(count),
  points: z.nullable(z.int()),
});

export type AccessRecord = z.infer<typeof accessRecord>;
export type AccessAction = z.infer<typeof accessAction>;
export type AccessField = z.infer<typeof accessField>;
export type DataExport = z.infer<typeof dataExport>;
export type AccountDeletion = z.infer<typeof accountDeletion>;
export type DeletionStatus = z.infer<typeof deletionStatus>;
