import type { Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../database/transaction';
import type { CoreClaimDetail, CoreClaimReport } from '../../../upstream/core/contract/claims';
import type { PersonalFields } from '../personal-fields';
import type { Claim, Step } from './claim-record';
import { addNotice } from './note-event';

export interface NewClaim {
  claim: Claim;
  steps: readonly Step[];
  policyIds: readonly string[];
  branchId: string | null;
  report: CoreClaimReport;
  subject: string;
  requestId: string;
  requestHash: Buffer;
  receipt: CoreClaimDetail;
  movesByItself: boolean;
  source: 'app' | 'hotline';
  supervisorId: string | null;
  /** From when on a surveyor may be looked for. */
  dispatchAt: Date;
}

const columns = [
  'id',
  'report_no',
  'branch_id',
  'subject',
  'request_id',
  'request_hash',
  'receipt_sealed',
  'plate_sealed',
  'scenario',
  'injured',
  'casualties_sealed',
  'occurred_at',
  'reported_at',
  'address_sealed',
  'position_sealed',
  'driver_name_sealed',
  'contact_phone_sealed',
  'description_sealed',
  'other_parties_sealed',
  'status',
  'moved_at',
  'open',
  'moves_by_itself',
  'contact_phone_index',
  'source',
  'supervisor_id',
];

/** The unique key on subject and request id decides between two that arrive at once. */
const insertOnce = `
  insert into claims (${columns.join(', ')})
  values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
  on conflict (subject, request_id) do nothing`;

function valuesOf({ claim, report, ...rest }: NewClaim, fields: PersonalFields): unknown[] {
  const seal = (column: `${string}_sealed`, plain: string) => fields.seal('claims', column, claim.id, plain);
  const { latitude, longitude } = report.place;
  const hasPosition = latitude !== undefined && longitude !== undefined;
  return [
    claim.id,
    claim.reportNo,
    rest.branchId,
    rest.subject,
    rest.requestId,
    rest.requestHash,
    seal('receipt_sealed', JSON.stringify(rest.receipt)),
    seal('plate_sealed', claim.plate),
    claim.scenario,
    claim.injured,
    seal('casualties_sealed', JSON.stringify(report.casualties ?? [])),
    claim.occurredAt,
    claim.reportedAt,
    seal('address_sealed', claim.address),
    hasPosition ? seal('position_sealed', JSON.stringify({ latitude, longitude })) : null,
    seal('driver_name_sealed', report.driverName),
    seal('contact_phone_sealed', report.contactPhone),
    report.description ? seal('description_sealed', report.description) : null,
    seal('other_parties_sealed', JSON.stringify(report.otherParties ?? [])),
    claim.status,
    claim.reportedAt,
    claim.open,
    rest.movesByItself,
    fields.phoneIndex(report.contactPhone),
    rest.source,
    rest.supervisorId,
  ];
}

async function insertParts(
  client: PoolClient,
  { claim, steps, policyIds, subject, source, dispatchAt }: NewClaim,
): Promise<void> {
  await client.query(
    `insert into claim_steps (claim_id, position, code, owner_id, due_at, done_at)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])`,
    [
      claim.id,
      steps.map((_, index) => index),
      steps.map(({ code }) => code),
      steps.map(({ owner }) => owner?.id ?? null),
      steps.map(({ dueAt }) => dueAt),
      steps.map(({ doneAt }) => doneAt),
    ],
  );
  await client.query(
    'insert into claim_policies (claim_id, policy_id) select $1, * from unnest($2::text[])',
    [claim.id, policyIds],
  );
  await client.query(
    `insert into claim_events (id, claim_id, at, kind, detail, actor_role, actor_subject)
     values ($1, $2, $3, 'status', 'reported', $5, $4)`,
    [uuidv7(), claim.id, claim.reportedAt, subject, source === 'app' ? 'member' : 'system'],
  );
  if (claim.status !== 'reported') return;
  await client.query('insert into claim_dispatches (claim_id, reported_at, due_at) values ($1, $2, $3)', [
    claim.id,
    claim.reportedAt,
    dispatchAt,
  ]);
  await addNotice(client, { claimId: claim.id, kind: 'received', news: '', event: 'received:' });
}

/** @returns false when the same request id was there before; nothing is written then */
export function insertClaim(
  { pool, fields }: { pool: Pool; fields: PersonalFields },
  claim: NewClaim,
): Promise<boolean> {
  const values = valuesOf(claim, fields);
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(insertOnce, values);
    if (rowCount !== 1) return false;
    await insertParts(client, claim);
    return true;
  });
}
