import type { Upstream } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import {
  surveyorCaseDetail,
  surveyorCaseList,
  type SurveyorAction,
  type SurveyorCase,
  type SurveyorCaseDetail,
} from './contract/surveyor';

/** The claims desk of the embedded core, for a demonstration in which somebody plays surveyor. */
export interface CoreSurveyor {
  surveyorCases(by: Calling): Promise<SurveyorCase[]>;
  surveyorCase(by: Calling, id: string): Promise<SurveyorCaseDetail>;
  surveyorAct(
    by: WriteCalling,
    id: string,
    action: SurveyorAction,
  ): Promise<{ body: SurveyorCaseDetail; replayed: boolean }>;
}

const casePath = (id: string) => `/v1/surveyor/cases/${encodeURIComponent(id)}`;

export function createCoreSurveyor(upstream: Upstream): CoreSurveyor {
  return {
    async surveyorCases(by) {
      const call = { method: 'GET', path: '/v1/surveyor/cases', answer: surveyorCaseList } as const;
      return (await upstream.call({ ...call, ...by })).body.items;
    },
    async surveyorCase(by, id) {
      return (await upstream.call({ method: 'GET', path: casePath(id), answer: surveyorCaseDetail, ...by }))
        .body;
    },
    async surveyorAct({ actor, requestId, idempotencyKey }, id, action) {
      const call = {
        method: 'POST',
        path: `${casePath(id)}/actions`,
        body: action,
        answer: surveyorCaseDetail,
      } as const;
      const { body, replayed } = await upstream.call({ ...call, actor, requestId, idempotencyKey });
      return { body, replayed };
    },
  };
}
