import { fetchFile, get, write } from '@/api/client';
import { account, type Account } from '../../../bff/features/account/contract';
import type * as z from 'zod/mini';
import {
  policyDetail,
  policyLink,
  policyList,
  serviceRecord,
  serviceRecordList,
  workedExample,
  type ContactChange,
  type LostItem,
  type PolicyDetail,
  type PolicySummary,
  type ServiceRecord,
  type WorkedExample,
  type WorkedExampleQuery,
} from '../../../bff/features/policies/contract';

export type PolicyList = z.infer<typeof policyList>;

const policyPath = (id: string) => `/policies/${encodeURIComponent(id)}`;

/** More policies than one page holds belong to a fleet, which this screen is not for yet; 100 is the server's largest page. */
export const readPolicies = (signal: AbortSignal): Promise<PolicyList> =>
  get('/policies', policyList, { signal, query: { limit: 100 } });

export const readPolicy = (id: string, signal: AbortSignal): Promise<PolicyDetail> =>
  get(policyPath(id), policyDetail, { signal });

/** Whether the person is verified decides what an empty list means. */
export const readMe = (signal: AbortSignal): Promise<Account> => get('/me', account, { signal });

export const readExample = (
  id: string,
  query: WorkedExampleQuery,
  signal: AbortSignal,
): Promise<WorkedExample> => get(`${policyPath(id)}/worked-example`, workedExample, { signal, query });

/** The insurer's own file, handed to the phone; nothing of it stays with us. */
export const fetchDocument = (id: string, fileName: string): Promise<void> =>
  fetchFile(`${policyPath(id)}/document`, { fileName });

export async function addPolicy(policyNo: string, idempotencyKey: string): Promise<PolicySummary> {
  const body = { policyNo };
  const answer = await write({
    method: 'POST',
    path: '/policies/links',
    body,
    schema: policyLink,
    idempotencyKey,
  });
  return answer.policy;
}

export const removePolicy = (id: string): Promise<void> =>
  write({ method: 'DELETE', path: `/policies/links/${encodeURIComponent(id)}` });

export type ServiceRecordList = z.infer<typeof serviceRecordList>;

export const readRecords = (signal: AbortSignal): Promise<ServiceRecordList> =>
  get('/policies/records', serviceRecordList, { signal, query: { limit: 50 } });

/** One piece of business: what is changed, what was lost, or what is taken back. */
export type Business =
  | { kind: 'contact'; change: ContactChange }
  | { kind: 'loss'; item: LostItem }
  | { kind: 'undo'; recordId: string };

function addressOf(policyId: string, business: Business): { path: string; body?: object } {
  switch (business.kind) {
    case 'contact':
      return { path: `${policyPath(policyId)}/contact`, body: business.change };
    case 'loss':
      return { path: `${policyPath(policyId)}/loss-reports`, body: { item: business.item } };
    case 'undo':
      return { path: `/policies/records/${encodeURIComponent(business.recordId)}/undo` };
  }
}

export const doBusiness = (
  policyId: string,
  business: Business,
  idempotencyKey: string,
): Promise<ServiceRecord> =>
  write({ method: 'POST', ...addressOf(policyId, business), schema: serviceRecord, idempotencyKey });
