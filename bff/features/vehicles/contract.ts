/** The member's own vehicles and their traffic violations (交通违法). */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, opaqueId } from '../../http/contract';
import { isPlate } from '../../identifiers';

/** GA plate types: 02 small car, 51 large new-energy, 52 small new-energy. */
export const plateType = z.enum(['02', '51', '52']);

export const vehicle = z.object({
  id: opaqueId,
  /** In full: it is the member's own. */
  plate: z.string(),
  plateType,
  vinMasked: z.string(),
  model: z.nullable(z.string()),
  addedAt: instant,
  /** A car number that fails the check digit is kept and shown with a hint, never refused. */
  vinWarning: z.nullable(z.string()),
});

export const vehicleRequest = z.strictObject({
  plate: z
    .string({ error: '请填写车牌号' })
    .check(z.maxLength(16), z.refine(isPlate, '车牌号不对，例如 鲁A12345 或 鲁AD12345')),
  plateType,
  vin: z
    .string({ error: '请填写车架号' })
    .check(
      z.trim(),
      z.toUpperCase(),
      z.regex(/^[A-HJ-NPR-Z0-9]{17}$/, '车架号是 17 位数字和字母，没有 I、O、Q'),
    ),
  engineNo: z
    .string({ error: '请填写发动机号' })
    .check(
      z.trim(),
      z.toUpperCase(),
      z.regex(/^[A-Z0-9-]{4,20}$/, '发动机号是 4 到 20 位数字和字母，见行驶证'),
    ),
  /** The person agrees that plate, VIN and engine number are sent to the violations source. */
  consent: z.literal(true, { error: '查违章要把车牌、车架号和发动机号发给查询方，请先勾选同意' }),
});

export const violation = z.object({
  id: opaqueId,
  occurredAt: instant,
  place: z.string(),
  behaviour: z.string(),
  fineFen: fen,
  points: z.int().check(z.gte(0), z.lte(12)),
  handled: z.boolean(),
  paid: z.boolean(),
});

/** "Found nothing" is not "there is nothing": source, time and coverage always come along. */
export const violationReport = z.object({
  source: z.string(),
  fetchedAt: instant,
  coverage: z.string(),
  stale: z.boolean(),
  items: z.array(violation),
  totals: z.object({ unhandled: count, fineFen: fen, points: count }),
});

export const vehicleList = listOf(vehicle);
export const vehicleParams = z.strictObject({ id: opaqueId });

export type Vehicle = z.infer<typeof vehicle>;
export type VehicleRequest = z.infer<typeof vehicleRequest>;
export type Violation = z.infer<typeof violation>;
export type ViolationReport = z.infer<typeof violationReport>;
