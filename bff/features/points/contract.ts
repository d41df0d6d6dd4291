/** Points (积分): the balance and its explained entries. */
import * as z from 'zod/mini';
import { freshness, listOf, pageQuery } from '../../http/contract';
import { clubPoints, pointsEntry } from '../../upstream/club/contract';

export { pointsEntry };

export const pointsBalance = z.object({ ...clubPoints.shape, ...freshness });

export const pointsEntryQuery = z.strictObject(pageQuery);
export const pointsEntryList = listOf(pointsEntry);

export type PointsBalance = z.infer<typeof pointsBalance>;
export type PointsEntry = z.infer<typeof pointsEntry>;
