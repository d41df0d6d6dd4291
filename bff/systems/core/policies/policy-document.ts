import { notFound } from '../../../http/problem';
import type { CoreDeps } from '../core-deps';
import { policyOfSubject } from './owner';
import { drawPolicy } from './policy-sheet';
import { readPolicy } from './read-policy';

interface CarRow {
  vehicle_id: string;
  engine_no_sealed: Buffer;
  seats: number;
  registered_on: string;
  owner_kind: 'person' | 'organisation';
}

const car = `
  select p.vehicle_id, v.engine_no_sealed, v.seats, v.registered_on, o.kind as owner_kind
  from policies p join vehicles v on v.id = p.vehicle_id join customers o on o.id = p.owner_id
  where p.id = $2 and ${policyOfSubject('p', '$1')}`;

/**
 * The e-policy of this embedded system: the same bytes for the same policy. A real core hands out its own signed file;
 * this one is marked 演示. @throws Problem 404 for a foreign or unknown one
 */
export async function policyDocument(deps: CoreDeps, subject: string, policyId: string): Promise<Buffer> {
  const [policy, { rows }] = await Promise.all([
    readPolicy(deps, subject, policyId),
    deps.pool.query<CarRow>(car, [subject, policyId]),
  ]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  return drawPolicy({
    policy,
    engineNo: deps.fields.open('vehicles', 'engine_no_sealed', row.vehicle_id, row.engine_no_sealed),
    seats: row.seats,
    registeredOn: row.registered_on,
    usage: row.owner_kind === 'organisation' ? '企业非营业' : '家庭自用',
    insurerName: deps.insurerName,
    hotline: deps.hotline,
    demo: deps.demo,
  });
}
