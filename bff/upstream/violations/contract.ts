/**
 * The interface of a traffic-violation source (违章数据源).
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /queries` | member | the records of one car; a POST because plate and VIN must not stand in an address |
 */
import * as z from 'zod/mini';
import { fen, instant, opaqueId } from '../../http/contract';

export const violationQuery = z.strictObject({
  plate: z.string(),
  plateType: z.enum(['02', '51', '52']),
  vin: z.string(),
  engineNo: z.string(),
});

export const violationRecord = z.object({
  id: opaqueId,
  occurredAt: instant,
  place: z.string(),
  behaviour: z.string(),
  fineFen: fen,
  points: z.int(),
  handled: z.boolean(),
  paid: z.boolean(),
});

export const violationAnswer = z.object({
  /** Who the records come from, e.g. 山东省交管. */
  source: z.string(),
  /** Which records the source can see at all. */
  coverage: z.string(),
  fetchedAt: instant,
  items: z.array(violationRecord),
});

export type ViolationQuery = z.infer<typeof violationQuery>;
export type ViolationAnswer = z.infer<typeof violationAnswer>;
