import * as z from 'zod/mini';
import { notFound, Problem } from '../../http/problem';
import type { AccessRules } from '../../http/access';
import { recordScope, type RecordedWrites } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import type { FollowUps } from '../../follow-ups/follow-ups';
import { spokenDay } from '../../spoken-time';
import { readFor, type Calling } from '../../upstream/calling';
import type { Members } from '../../upstream/club/members';
import type { Core } from '../../upstream/core/client';
import { WAIT_DAYS, type AccountDeletions } from './account-deletions';
import type { AccessRecords } from './access-records';
import {
  accessRecordList,
  accessRecordQuery,
  accountDeletion,
  dataExport,
  dataExportParams,
  dataExportQuery,
  dataExportStatus,
  deletionStatus,
  stepUpAnswer,
  stepUpRequest,
  type AccountDeletion,
} from './contract/privacy';
import type { DataExports } from './data-exports';
import { gatherExport, type ExportSources } from './export-content';
import { chaptersOf } from './export-document';
import { renderExportPdf } from './export-pdf';
import { leavingBehind, type LeavingDeps } from './leaving-behind';
import type { StepUp } from './step-up';
import { noteSurveyorViews } from './surveyor-views';

export interface PrivacyDeps {
  access: AccessRules;
  accessRecords: AccessRecords;
  recorded: RecordedWrites;
  limits: Limits;
  stepUp: StepUp;
  exports: DataExports;
  exportSources: ExportSources;
  deletions: AccountDeletions;
  followUps: Pick<FollowUps, 'start'>;
  members: Pick<Members, 'me'>;
  core: Pick<Core, 'claims' | 'claim'>;
  leaving: LeavingDeps;
  brand: { insurerName: string; productName: string };
}

const tag = 'privacy';
const LONGEST_PAGE = 100;

function accessRoutes({ access, accessRecords, core, stepUp }: PrivacyDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me/access-records',
      summary: 'Who other than the owner saw personal data, newest first (谁看过我的信息)',
      tag,
      access: access.account,
      query: accessRecordQuery,
      answers: { 200: accessRecordList },
      async handle({ caller, query, ...context }) {
        const { limit = LONGEST_PAGE, cursor } = query;
        const complete =
          cursor !== undefined ||
          (await noteSurveyorViews({ core, accessRecords }, readFor(caller.actor, context)));
        const page = await accessRecords.list(caller.accountId, { limit, cursor });
        return { status: 200, body: complete ? page : { ...page, incomplete: true } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/me/step-ups',
      summary: 'Send a code to the account’s own phone, for what a stolen session must not do',
      tag,
      access: access.member,
      idempotency: {
        kind: 'natural',
        why: 'a new code replaces the last one, and limits count each message',
      },
      body: noBody,
      answers: { 202: stepUpAnswer },
      problems: { TOO_MANY_REQUESTS: 'wait as long as retryAfterSeconds says' },
      async handle({ caller, request, ...context }) {
        const by = readFor(caller.actor, context);
        return { status: 202, body: await stepUp.send(by, request.ip ?? 'unknown') };
      },
    }),
  ];
}

function exportRoutes(deps: PrivacyDeps): AnyRoute[] {
  const { access, recorded, limits, stepUp, exports, exportSources, brand } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/me/exports/latest',
      summary: 'The copy this session may still open',
      tag,
      access: access.account,
      answers: { 200: dataExportStatus },
      handle: async ({ caller }) => ({ status: 200, body: { export: await exports.latest(caller) } }),
    }),
    defineRoute({
      method: 'post',
      path: '/me/exports',
      summary: 'Make a copy of everything held on the person (导出我的信息)',
      tag,
      access: access.member,
      idempotency: { kind: 'recorded' },
      body: stepUpRequest,
      answers: { 201: dataExport },
      problems: { SMS_CODE_WRONG: 'ask for another code', TOO_MANY_REQUESTS: 'five copies a day' },
      async handle({ caller, body, idempotencyKey, request, requestId }) {
        const by = { actor: caller.actor, requestId };
        const proof = { code: body.code, address: request.ip ?? 'unknown' };
        const prepare = () =>
          stepUp.proven(by, proof, async () => {
            await limits.take('exportsPerDay', caller.accountId);
            return gatherExport(exportSources, by);
          });
        const scope = recordScope(caller.accountId, 'POST /me/exports');
        return recorded.run(
          { scope, key: idempotencyKey, input: body, prepare },
          async (transaction, content) => ({
            status: 201,
            body: await exports.keep(transaction, caller, content),
          }),
        );
      },
    }),
    defineRoute({
      method: 'get',
      path: '/me/exports/:id/content',
      summary: 'The copy itself: JSON for programs, PDF for people',
      tag,
      access: access.account,
      params: dataExportParams,
      query: dataExportQuery,
      answers: { 200: null },
      mediaType: 'application/pdf',
      problems: { NOT_FOUND: 'another session made it, or its day is over' },
      async handle({ caller, params, query }) {
        const content = await exports.open(caller, params.id);
        if (!content) throw notFound('这份导出已经过期，请重新导出');
        const day = content.madeAt.slice(0, 10);
        const headers = (type: string, ending: string) => ({
          'Content-Type': type,
          'Content-Disposition': `attachment; filename="my-data-${day}.${ending}"`,
        });
        if (query.format === 'json') {
          const bytes = Buffer.from(JSON.stringify(content, null, 2));
          return { status: 200, body: bytes, headers: headers('application/json; charset=utf-8', 'json') };
        }
        const head = {
          title: `${brand.productName}：我的信息`,
          insurer: brand.insurerName,
          madeAt: content.madeAt,
        };
        const bytes = await renderExportPdf(head, chaptersOf(content));
        return { status: 200, body: bytes, headers: headers('application/pdf', 'pdf') };
      },
    }),
  ];
}

/** Whoever holds the phone learns of it, and until when it can be called off: it may not have been the owner. */
async function tellOwner(
  { members, followUps }: Pick<PrivacyDeps, 'members' | 'followUps'>,
  by: Calling,
  { id, dueAt }: AccountDeletion,
): Promise<void> {
  const { phone } = await members.me(by);
  if (phone === null) return;
  const message = {
    phone,
    template: 'deletionRequested' as const,
    values: { day: spokenDay(new Date(dueAt), new Date()) },
  };
  await followUps.start({ kind: 'sms', key: `deletion-${id}`, message });
}

function deletionRoutes(deps: PrivacyDeps): AnyRoute[] {
  const { access, recorded, stepUp, deletions, followUps, members, leaving } = deps;
  return [
    defineRoute({
      method: 'get',
      path: '/me/deletion',
      summary: 'Whether a deletion is waiting, and what leaving would cost now',
      tag,
      access: access.account,
      answers: { 200: deletionStatus },
      async handle({ caller, ...context }) {
        const deletion = await deletions.current(caller.accountId);
        const left = await leavingBehind(leaving, readFor(caller.actor, context));
        return { status: 200, body: { deletion, waitDays: WAIT_DAYS, ...left } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/me/deletion',
      summary: 'Ask to be forgotten (删除账号); carried out after a week',
      tag,
      access: access.member,
      idempotency: { kind: 'recorded' },
      body: stepUpRequest,
      answers: { 201: accountDeletion },
      problems: { SMS_CODE_WRONG: 'ask for another code' },
      async handle({ caller, body, idempotencyKey, request, requestId }) {
        const by = { actor: caller.actor, requestId };
        const proof = { code: body.code, address: request.ip ?? 'unknown' };
        const prepare = () => stepUp.proven(by, proof, () => Promise.resolve());
        const scope = recordScope(caller.accountId, 'POST /me/deletion');
        const answer = await recorded.run(
          { scope, key: idempotencyKey, input: body, prepare },
          async (transaction) => ({
            status: 201,
            body: await deletions.request(transaction, caller.accountId),
          }),
        );
        await tellOwner({ members, followUps }, by, z.parse(accountDeletion, answer.body));
        return answer;
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/me/deletion',
      summary: 'Stay after all',
      tag,
      access: access.account,
      idempotency: { kind: 'natural', why: 'what is not asked for stays not asked for' },
      body: noBody,
      answers: { 204: null },
      problems: { DELETION_UNDER_WAY: 'the week is over' },
      async handle({ caller }) {
        if (!(await deletions.cancel(caller.accountId))) {
          throw new Problem(409, 'DELETION_UNDER_WAY', '已经开始注销，不能撤回了。您可以用手机号重新登录');
        }
        return { status: 204 };
      },
    }),
  ];
}

export function privacyRoutes(deps: PrivacyDeps): AnyRoute[] {
  return [...accessRoutes(deps), ...exportRoutes(deps), ...deletionRoutes(deps)];
}
