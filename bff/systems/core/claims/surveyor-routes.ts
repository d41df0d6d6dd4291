import * as z from 'zod/mini';
import { opaqueId } from '../../../http/contract';
import { replayHeaders } from '../../../http/idempotency';
import { Problem } from '../../../http/problem';
import { defineRoute, type AnyRoute } from '../../../http/route';
import {
  surveyorAction,
  surveyorCaseDetail,
  surveyorCaseList,
} from '../../../upstream/core/contract/surveyor';
import type { CoreDeps } from '../core-deps';
import { once } from './once';
import { performAction } from './surveyor-actions';
import { surveyorCase, surveyorCases } from './surveyor-cases';

const params = z.strictObject({ id: opaqueId });
const tag = 'surveyor';

/** Who is out of turn has looked at an older step: the refusal begins with the one the case is at now. */
async function tellingTheStep<Result>(
  deps: CoreDeps,
  id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ACTION_OUT_OF_TURN') throw error;
    const { claim } = await surveyorCase(deps, id);
    const detail = `这一步没有办：案子现在是“${claim.statusName}”。${error.detail}`;
    throw new Problem(error.status, error.code, detail, error.extras);
  }
}

export const surveyorRoutes = (deps: CoreDeps): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/surveyor/cases',
    summary: 'Open cases, newest first',
    tag,
    access: deps.access('surveyor'),
    answers: { 200: surveyorCaseList },
    handle: async () => ({ status: 200, body: { items: await surveyorCases(deps) } }),
  }),
  defineRoute({
    method: 'get',
    path: '/surveyor/cases/:id',
    summary: 'One case: what its customer sees, and whom to call',
    tag,
    access: deps.access('surveyor'),
    params,
    answers: { 200: surveyorCaseDetail },
    handle: async ({ params: { id } }) => ({ status: 200, body: await surveyorCase(deps, id) }),
  }),
  defineRoute({
    method: 'post',
    path: '/surveyor/cases/:id/actions',
    summary: 'Do one thing about a case',
    tag,
    access: deps.access('surveyor'),
    idempotency: { kind: 'forwarded' },
    params,
    body: surveyorAction,
    answers: { 201: surveyorCaseDetail },
    problems: {
      ACTION_OUT_OF_TURN: 'the case is not where this needs it',
      SUPERVISOR_REASON_REQUIRED: 'papers are asked for once',
      PAPER_ALREADY_ON_LIST: 'what is on file cannot be asked for',
    },
    handle: async ({ caller, params: { id }, body, idempotencyKey }) => {
      const request = { caller, requestId: idempotencyKey, claimId: id, kind: 'surveyor', input: body };
      const { replayed } = await tellingTheStep(deps, id, () =>
        once(deps, request, async (client) => {
          await performAction({ deps, client, by: caller, claimId: id }, body);
          return { done: true };
        }),
      );
      return { status: 201, body: await surveyorCase(deps, id), headers: replayHeaders(replayed) };
    },
  }),
];
