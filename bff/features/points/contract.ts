/** Points (积分): the balance and its explained entries. */
import * as z from 'zod/mini';
import { count, freshness, instant, listOf, opaqueId, pageQuery } from '../../http/contract';

export const pointsBalance = z.object({
  balance: count,
  /** What runs out next, soonest first. */
  expiring: z.array(z.object({ points: count, at: instant })),
  ...freshness,
});

export const pointsEntry = z.object({
  id: opaqueId,
  at: instant,
  /** Positive: earned. Negative: spent or expired. */
  points: z.int(),
  reason: z.string(),
  balanceAfter: count,
});

export const pointsEntryQuery = z.strictObject(pageQuery);
export const pointsEntryList = listOf(pointsEntry);

export type PointsBalance = z.infer<typeof pointsBalance>;
export type PointsEntry = z.infer<typeof pointsEntry>;
