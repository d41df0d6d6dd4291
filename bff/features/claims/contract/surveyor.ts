/** Demo mode only: playing surveyor. The shapes are those of the core system's claims desk. */
import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';

export {
  surveyorAction,
  surveyorCaseDetail,
  surveyorCaseList,
} from '../../../upstream/core/contract/surveyor';

/** Which of the insurer's people the tester plays. */
export const surveyorQuery = z.strictObject({ as: z.optional(opaqueId) });
