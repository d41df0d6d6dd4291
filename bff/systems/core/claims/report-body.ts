import * as z from 'zod/mini';
import { coreClaimReport } from '../../../upstream/core/contract/claims';

/** The car by exactly one of its names. */
export const reportBody = coreClaimReport.check(
  z.refine(({ policyId, plate }) => (policyId === undefined) !== (plate === undefined), {
    error: '请选一辆车，或者填一个车牌号',
    path: ['plate'],
  }),
);
