import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import { Problem } from '../../http/problem';
import { defineRoute, noBody, type Answer, type AnyRoute } from '../../http/route';
import { readList } from '../../last-known/read-list';
import { readFor, writeFor, type WriteCalling } from '../../upstream/calling';
import type { Core } from '../../upstream/core/client';
import { coreServiceRecordList } from '../../upstream/core/contract/policy-services';
import type { RecordAnswer } from '../../upstream/core/policies';
import { inOurWords } from '../../upstream/refusal-words';
import {
  contactChange,
  lossReportRequest,
  policyLink,
  policyLinkRequest,
  policyParams,
  serviceRecord,
  serviceRecordList,
  serviceRecordQuery,
  type ContactChange,
} from './contract';
import { linkPolicy, unlinkPolicy, type LinkDeps } from './link-policy';
import { serviceRefusals } from './refusals';
import { shownRecord } from './service-record';

export interface PolicyServicesDeps extends LinkDeps {
  access: Pick<AccessRules, 'member'>;
  core: LinkDeps['core'] &
    Pick<Core, 'changeContact' | 'reportLoss' | 'serviceRecords' | 'undoServiceRecord'>;
}

const tag = 'policies';

const written = ({ actor, requestId }: WriteCalling) => ({ actor, requestId });

function linkRoutes(deps: PolicyServicesDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/policies/links',
      summary: 'Add a policy by its number; one uniform refusal for every other number',
      tag,
      access: deps.access.member,
      idempotency: { kind: 'natural', why: 'what is linked is linked; again it changes nothing' },
      body: policyLinkRequest,
      answers: { 200: policyLink },
      problems: {
        POLICY_NOT_LINKED: 'Unknown, or not of the verified identity: not to be told apart.',
        IDENTITY_NEEDED: 'The account has no verified identity yet.',
        TOO_MANY_REQUESTS: 'Five a day.',
      },
      handle: async (context) => {
        const by = { actor: context.caller.actor, requestId: context.requestId };
        return { status: 200, body: { policy: await linkPolicy(deps, by, context.body.policyNo) } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/policies/links/:id',
      summary: 'Take a policy off the list; the cover stays, the number brings it back',
      tag,
      access: deps.access.member,
      idempotency: { kind: 'natural', why: 'what is off the list stays off' },
      params: policyParams,
      body: noBody,
      answers: { 204: null },
      problems: { NOT_FOUND: 'No such policy, or not linked to the caller.' },
      handle: async (context) => {
        const by = { actor: context.caller.actor, requestId: context.requestId };
        await unlinkPolicy(deps, by, context.params.id);
        return { status: 204 };
      },
    }),
  ];
}

/** The number that was proven at log-in. */
async function changeFor(deps: PolicyServicesDeps, by: WriteCalling, change: ContactChange) {
  const { phone: wanted, address } = change;
  if (wanted === undefined) return { address };
  const { phone } = (await deps.knownMember.read(written(by))).value;
  if (phone === null) throw new Problem(409, 'PHONE_REQUIRED', '请先绑定手机号，再继续');
  return { phone, ...(address !== undefined && { address }) };
}

/** Forwards one piece of business and drops what was kept of its policy, so that an outage shows nothing outdated. */
async function business(
  deps: PolicyServicesDeps,
  by: WriteCalling,
  work: () => Promise<RecordAnswer>,
): Promise<Answer> {
  const { record, replayed } = await inOurWords(serviceRefusals, work);
  await deps.lastKnown.forget({ subject: by.actor.subject, what: `policy:${record.policyId}` });
  return { status: 201, body: shownRecord(record), headers: replayHeaders(replayed) };
}

function businessRoutes(deps: PolicyServicesDeps): AnyRoute[] {
  const shared = {
    method: 'post',
    tag,
    access: deps.access.member,
    idempotency: { kind: 'forwarded' },
    params: policyParams,
    answers: { 201: serviceRecord },
  } as const;
  return [
    defineRoute({
      ...shared,
      path: '/policies/:id/contact',
      summary: 'Change where the policyholder is reached, with a receipt',
      body: contactChange,
      problems: { NOT_POLICYHOLDER: 'Insured only.', NOTHING_CHANGED: 'It stands there already.' },
      handle: async (context) => {
        const by = writeFor(context.caller.actor, context);
        const change = await changeFor(deps, by, context.body);
        return business(deps, by, () => deps.core.changeContact(by, context.params.id, change));
      },
    }),
    defineRoute({
      ...shared,
      path: '/policies/:id/loss-reports',
      summary: 'Report the paper policy, the mark or the card as lost, with a receipt',
      body: lossReportRequest,
      problems: { ALREADY_LOST: 'Reported before.', POLICY_ENDED: 'Nothing left to report.' },
      handle: (context) => {
        const by = writeFor(context.caller.actor, context);
        return business(deps, by, () => deps.core.reportLoss(by, context.params.id, context.body.item));
      },
    }),
    defineRoute({
      ...shared,
      path: '/policies/records/:id/undo',
      summary: 'Take a piece of business back; its record stays',
      body: noBody,
      problems: { NOT_UNDOABLE: 'Taken back before.', CHANGED_SINCE: 'Changed again since.' },
      handle: (context) => {
        const by = writeFor(context.caller.actor, context);
        return business(deps, by, () => deps.core.undoServiceRecord(by, context.params.id));
      },
    }),
  ];
}

const recordsRoute = ({ access, core, lastKnown }: PolicyServicesDeps): AnyRoute =>
  defineRoute({
    method: 'get',
    path: '/policies/records',
    summary: 'Records of business (业务办理记录), the latest first',
    tag,
    access: access.member,
    query: serviceRecordQuery,
    answers: { 200: serviceRecordList },
    handle: async (context) => {
      const { caller, query } = context;
      const fetch = () => core.serviceRecords(readFor(caller.actor, context), query);
      const list = {
        subject: caller.accountId,
        name: 'policy-records',
        query,
        schema: coreServiceRecordList,
        fetch,
      };
      const page = await inOurWords(serviceRefusals, () => readList(lastKnown, list));
      return { status: 200, body: { ...page, items: page.items.map(shownRecord) } };
    },
  });

export const policyServiceRoutes = (deps: PolicyServicesDeps): AnyRoute[] => [
  recordsRoute(deps),
  ...linkRoutes(deps),
  ...businessRoutes(deps),
];
