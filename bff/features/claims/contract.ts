/** Claims (理赔): a report by any driver, its photos, and what happens next. */
import * as z from 'zod/mini';
import { freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';
import { isMobile, isPlate } from '../../identifiers';
import {
  claimBody,
  claimStatus as statusInCore,
  claimStep,
  claimSummary as summaryInCore,
  requiredShot,
  scenario,
  shot,
} from '../../upstream/core/contract/claims';

export { claimStep, requiredShot, scenario, shot };

/** `queued`: the core system is away; the report is kept here and handed over once it is back. */
export const claimStatus = z.enum(['queued', ...statusInCore.options]);

export const claimSummary = z.object({
  ...summaryInCore.shape,
  status: claimStatus,
  /** Null while it is queued: the number is given by the core system. */
  reportNo: z.nullable(z.string()),
});

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max, `最多 ${String(max)} 个字`));
const plate = z.string().check(z.maxLength(16), z.refine(isPlate, '车牌号不对，例如 鲁A12345 或 鲁AD12345'));

export const place = z.strictObject({
  address: text(100).check(z.minLength(1, '请写明出险地点')),
  latitude: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  longitude: z.optional(z.number().check(z.gte(-180), z.lte(180))),
});

export const otherParty = z.strictObject({
  plate,
  insurer: z.optional(text(60)),
  policyNo: z.optional(text(60)),
  name: z.optional(text(40)),
  phone: z.optional(z.string().check(z.maxLength(20), z.refine(isMobile, '对方手机号不对'))),
});

/** One of vehicleId, policyId and plate; the core finds the policies in force at `occurredAt`. */
export const claimReport = z
  .strictObject({
    vehicleId: z.optional(opaqueId),
    policyId: z.optional(opaqueId),
    plate: z.optional(plate),
    scenario,
    injured: z.boolean({ error: '请先回答有没有人受伤' }),
    casualties: z.optional(
      z
        .array(
          z.strictObject({
            side: z.enum(['own', 'other']),
            count: z.int().check(z.gte(1), z.lte(99)),
            hospital: z.optional(text(80)),
          }),
        )
        .check(z.maxLength(4)),
    ),
    occurredAt: instant,
    place,
    driverName: text(40).check(z.minLength(1, '请填写驾驶人姓名')),
    contactPhone: z
      .string({ error: '请填写联系电话' })
      .check(z.maxLength(20), z.refine(isMobile, '请填写 11 位手机号')),
    description: z.optional(text(500)),
    otherParties: z.optional(z.array(otherParty).check(z.maxLength(5, '最多填写 5 辆对方车'))),
  })
  .check(
    z.refine((report) => [report.vehicleId, report.policyId, report.plate].filter(Boolean).length === 1, {
      error: '请选一辆车，或者填一个车牌号',
      path: ['plate'],
    }),
  );

export const photo = z.object({
  id: opaqueId,
  shot,
  state: z.enum(['received']),
  /** Short signed addresses without host, below this server: an `<Image>` sends no token. */
  url: z.string(),
  thumbUrl: z.string(),
  urlExpiresAt: instant,
  at: instant,
});

/** What an upload comes back as: the photo, and that all of it arrived. */
export const photoReceipt = z.object({
  ...photo.shape,
  photoId: opaqueId,
  receivedBytes: z.int(),
  complete: z.literal(true),
});

/**
 * The tracker of one claim. Beside the steps it carries everything that may be shown or done: papers, assessed amounts,
 * payments, what the person may do (`options`, with reasons and consequences), and what happened (`news`).
 */
export const claimDetail = z.object({
  ...claimSummary.shape,
  ...freshness,
  photos: z.object({ required: z.array(requiredShot), received: z.array(photo) }),
  ...claimBody,
});

/** The receipt of a report: 201 with its number, or 202 `queued` without one while the core system is away. */
export const claimReceipt = z.object({
  id: opaqueId,
  reportNo: z.nullable(z.string()),
  status: claimStatus,
  verified: z.boolean(),
  photos: z.object({ required: z.array(requiredShot), received: z.array(photo) }),
  steps: z.array(claimStep),
});

export const claimQuery = z.strictObject({ ...pageQuery, open: z.optional(z.enum(['true', 'false'])) });
export const claimList = listOf(claimSummary);
export const claimParams = z.strictObject({ id: opaqueId });
export const photoParams = z.strictObject({ id: opaqueId, photoId: opaqueId });
export const photoList = listOf(photo);
/** Of a signed address; both are made by the server and only compared. */
export const photoAddressQuery = z.strictObject({
  expires: z.coerce.number().check(z.int(), z.gte(0)),
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
/** The text fields of the multipart upload; the file itself is the part named `file`. */
export const photoForm = z.strictObject({ shot });

export type Scenario = z.infer<typeof scenario>;
export type Shot = z.infer<typeof shot>;
export type ClaimReport = z.infer<typeof claimReport>;
export type ClaimStep = z.infer<typeof claimStep>;
export type ClaimSummary = z.infer<typeof claimSummary>;
export type ClaimDetail = z.infer<typeof claimDetail>;
export type ClaimReceipt = z.infer<typeof claimReceipt>;
export type Photo = z.infer<typeof photo>;
