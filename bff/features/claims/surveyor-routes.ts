import { opaqueId } from '../../http/contract';
import { replayHeaders } from '../../http/idempotency';
import { Problem } from '../../http/problem';
import { defineRoute, type AnyRoute } from '../../http/route';
import { OutcomeUnknown } from '../../http/upstream-errors';
import { readFor, writeFor } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import type { AccessRules } from '../../http/access';
import { claimParams } from './contract';
import { surveyorAction, surveyorCaseDetail, surveyorCaseList, surveyorQuery } from './contract/surveyor';

const tag = 'surveyor';

/** Whom a tester plays unless another name is given; the demonstration's core knows this person. */
const DEFAULT_SURVEYOR = opaqueId.parse('stf_demo_wanglei');
const actorOf = ({ as = DEFAULT_SURVEYOR }: { as?: string | undefined }) => ({
  subject: as,
  role: 'surveyor' as const,
});

/**
 * The desk has no 查询进度: a case is simply looked at again. What the embedded core says in its own words to have failed
 * was rolled back whole, and is told as such.
 */
async function plainly<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    if (error.systemAnswered) {
      throw new Problem(500, 'ACTION_FAILED', '这一步没有办成，什么都没有改。原因在服务器的日志里');
    }
    throw new Problem(504, 'OUTCOME_UNKNOWN', '没有收到结果，可能已经办成了。请重新打开这个案子看一眼');
  }
}

/** Demo mode only: somebody plays surveyor, without a login, like the phone inbox. */
export const surveyorRoutes = ({
  access,
  core,
}: {
  access: Pick<AccessRules, 'open'>;
  core: Core;
}): AnyRoute[] => [
  defineRoute({
    method: 'get',
    path: '/surveyor/cases',
    summary: 'Demo mode only: the open cases of the claims desk',
    tag,
    access: access.open,
    query: surveyorQuery,
    answers: { 200: surveyorCaseList },
    handle: async (context) => ({
      status: 200,
      body: { items: await core.surveyorCases(readFor(actorOf(context.query), context)) },
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/surveyor/cases/:id',
    summary: 'Demo mode only: one case, and what may be done now',
    tag,
    access: access.open,
    params: claimParams,
    query: surveyorQuery,
    answers: { 200: surveyorCaseDetail },
    handle: async (context) => ({
      status: 200,
      body: await core.surveyorCase(readFor(actorOf(context.query), context), context.params.id),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/surveyor/cases/:id/actions',
    summary: 'Demo mode only: do one thing about a case',
    tag,
    access: access.open,
    idempotency: { kind: 'forwarded' },
    params: claimParams,
    query: surveyorQuery,
    body: surveyorAction,
    answers: { 201: surveyorCaseDetail },
    problems: {
      ACTION_OUT_OF_TURN: 'The case is not where this needs it.',
      SUPERVISOR_REASON_REQUIRED: 'Papers are asked for once.',
      PAPER_ALREADY_ON_LIST: 'What is on file cannot be asked for.',
      ACTION_FAILED: 'The core system failed, and nothing was done.',
    },
    handle: async (context) => {
      const by = writeFor(actorOf(context.query), context);
      const { body, replayed } = await plainly(() => core.surveyorAct(by, context.params.id, context.body));
      return { status: 201, body, headers: replayHeaders(replayed) };
    },
  }),
];
