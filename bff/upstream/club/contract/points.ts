/** Points (积分). */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, points } from '../../../http/contract';

export const pointsEntry = z.object({
  id: opaqueId,
  at: instant,
  /** Positive: earned. Negative: spent or expired. */
  points: z.int(),
  reason: z.string(),
  balanceAfter: points,
});

export const clubPoints = z.object({
  balance: points,
  /** What runs out next, soonest first. */
  expiring: z.array(z.object({ points, at: instant })),
  asOf: instant,
});

export const clubPointsEntryList = listOf(pointsEntry);
