/** Points (积分): the balance, its explained entries, a year as a chart, how to earn more, and the daily sign-in. */
import * as z from 'zod/mini';
import { freshness, listOf, pageQuery } from '../../http/contract';
import {
  clubPoints,
  pointsEntry,
  type pointsMonth,
  pointsMonths,
  type pointsRule,
  pointsRules,
  signInReward,
} from '../../upstream/club/contract';

export { signInReward };

export const pointsBalance = z.object({ ...clubPoints.shape, ...freshness });
export const pointsYear = z.object({ ...pointsMonths.shape, ...freshness });
export const pointsWays = z.object({ ...pointsRules.shape, ...freshness });

export const pointsEntryQuery = z.strictObject(pageQuery);
export const pointsEntryList = listOf(pointsEntry);
/** No body, or an empty one. */
export const signInRequest = z.optional(z.strictObject({}));

export type PointsBalance = z.infer<typeof pointsBalance>;
export type PointsEntry = z.infer<typeof pointsEntry>;
export type PointsMonth = z.infer<typeof pointsMonth>;
export type PointsRule = z.infer<typeof pointsRule>;
