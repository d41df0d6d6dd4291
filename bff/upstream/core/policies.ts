import type * as z from 'zod/mini';
import { UpstreamContractBroken } from '../../http/upstream-errors';
import type { Upstream, UpstreamBytes } from '../../http/upstream-client';
import type { Calling, WriteCalling } from '../calling';
import {
  corePolicyDetail,
  corePolicyList,
  type CorePolicyDetail,
  type corePolicyQuery,
  type CorePolicySummary,
} from './contract/policies';
import {
  corePolicyLink,
  coreServiceRecord,
  coreServiceRecordList,
  type CoreContactChange,
  type CoreServiceRecord,
  type LostItem,
  type serviceRecordQuery,
} from './contract/policy-services';
import { workedExample, type WorkedExample, type WorkedExampleQuery } from './contract/worked-example';

/** Policies of the core system: what is linked to the actor's subject; everything else is a refusal with 404. */
export interface CorePolicies {
  policies(by: Calling, query: z.output<typeof corePolicyQuery>): Promise<z.output<typeof corePolicyList>>;
  policy(by: Calling, policyId: string): Promise<CorePolicyDetail>;
  workedExample(by: Calling, policyId: string, query: WorkedExampleQuery): Promise<WorkedExample>;
  /**
   * The insurer's signed file, byte for byte and whole, or nothing: a file that ends early would open with pages missing
   * or its signature broken. It is held, not streamed (see UpstreamBytes), and never opened here.
   */
  policyDocument(by: Calling, policyId: string): Promise<UpstreamBytes>;
  /** Harmless when repeated. A number that nobody has and somebody else's are refused alike. */
  linkPolicy(by: Calling, policyNo: string): Promise<CorePolicySummary>;
  /** Harmless when repeated. */
  unlinkPolicy(by: Calling, policyId: string): Promise<void>;
  changeContact(by: WriteCalling, policyId: string, change: CoreContactChange): Promise<RecordAnswer>;
  reportLoss(by: WriteCalling, policyId: string, item: LostItem): Promise<RecordAnswer>;
  undoServiceRecord(by: WriteCalling, recordId: string): Promise<RecordAnswer>;
  serviceRecords(
    by: Calling,
    query: z.output<typeof serviceRecordQuery>,
  ): Promise<z.output<typeof coreServiceRecordList>>;
}

export interface RecordAnswer {
  record: CoreServiceRecord;
  replayed: boolean;
}

const policyPath = (policyId: string) => `/v1/policies/${encodeURIComponent(policyId)}`;

const PDF_END_WITHIN_BYTES = 1024;

/** The marks at both ends. An answer without a length that ends when its connection does may have been cut by anything. */
const isWholePdf = (bytes: Buffer) =>
  bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
  bytes.subarray(-PDF_END_WITHIN_BYTES).includes('%%EOF');

/** What of the caller's circumstances a write may carry. */
const written = ({ actor, requestId }: Calling) => ({ actor, requestId });

export function createCorePolicies(upstream: Upstream): CorePolicies {
  async function record(by: WriteCalling, path: string, body?: object): Promise<RecordAnswer> {
    const call = { method: 'POST', path, answer: coreServiceRecord } as const;
    const sent = { ...call, ...(body && { body }), ...written(by), idempotencyKey: by.idempotencyKey };
    const answer = await upstream.call(sent);
    return { record: answer.body, replayed: answer.replayed };
  }

  return {
    async policies(by, query) {
      const call = { method: 'GET', path: '/v1/policies', query, answer: corePolicyList } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async policy(by, policyId) {
      const call = { method: 'GET', path: policyPath(policyId), answer: corePolicyDetail } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
    async workedExample(by, policyId, query) {
      const path = `${policyPath(policyId)}/worked-example`;
      return (await upstream.call({ method: 'GET', path, query, answer: workedExample, ...by })).body;
    },
    async policyDocument(by, policyId) {
      const path = `${policyPath(policyId)}/document`;
      const file = await upstream.bytes({ method: 'GET', path, ...by });
      if (!file.mediaType.startsWith('application/pdf') || !isWholePdf(file.bytes))
        throw new UpstreamContractBroken(upstream.name, 'GET /v1/policies/:id/document');
      return file;
    },
    async linkPolicy(by, policyNo) {
      const call = {
        method: 'POST',
        path: '/v1/policy-links',
        body: { policyNo },
        answer: corePolicyLink,
      } as const;
      return (await upstream.call({ ...call, ...written(by) })).body.policy;
    },
    async unlinkPolicy(by, policyId) {
      const path = `/v1/policy-links/${encodeURIComponent(policyId)}`;
      await upstream.call({ method: 'DELETE', path, answer: null, ...written(by) });
    },
    changeContact: (by, policyId, change) => record(by, `${policyPath(policyId)}/contact-changes`, change),
    reportLoss: (by, policyId, item) => record(by, `${policyPath(policyId)}/loss-reports`, { item }),
    undoServiceRecord: (by, recordId) =>
      record(by, `/v1/service-records/${encodeURIComponent(recordId)}/undo`),
    async serviceRecords(by, query) {
      const call = {
        method: 'GET',
        path: '/v1/service-records',
        query,
        answer: coreServiceRecordList,
      } as const;
      return (await upstream.call({ ...call, ...by })).body;
    },
  };
}
