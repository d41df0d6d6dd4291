import { toInstant } from '../../../http/instants';
import { notFound, Problem } from '../../../http/problem';
import type { AgreementData } from '../../../upstream/core/contract/claim-requests';
import type { CoreDeps } from '../core-deps';
import { claimOfSubject } from './claim-store';
import { hasOtherVehicle } from './known-facts';

const scenarioForms: Record<string, string> = {
  rearEnd: '追尾',
  junction: '路口相撞',
  laneChange: '变更车道时相撞',
  wrongWay: '逆行相撞',
  singleCar: '单方',
  other: '其他',
};

interface Row {
  id: string;
  report_no: string;
  scenario: string;
  injured: boolean;
  occurred_at: Date;
  plate_sealed: Buffer;
  address_sealed: Buffer;
  driver_name_sealed: Buffer;
  contact_phone_sealed: Buffer;
  other_parties_sealed: Buffer;
  model: string | null;
  policy_no: string | null;
}

const one = `
  select c.id, c.report_no, c.scenario, c.injured, c.occurred_at, c.plate_sealed, c.address_sealed, c.driver_name_sealed,
    c.contact_phone_sealed, c.other_parties_sealed, v.model, v.policy_no
  from claims c left join lateral (
    select v.model, p.policy_no from claim_policies cp join policies p on p.id = cp.policy_id
      join vehicles v on v.id = p.vehicle_id
    where cp.claim_id = c.id and exists (
      select 1 from identity_links l where l.subject = $1 and l.customer_id in (p.policyholder_id, p.insured_id))
    order by p.product desc limit 1) v on true
  where c.id = $2 and ${claimOfSubject}`;

/**
 * What stands on the 道路交通事故自行协商协议书 as far as it is known; the rest stays blank for the pen. Only for damage to
 * property: where somebody is hurt the police decide.
 */
export async function agreementOf(deps: CoreDeps, subject: string, claimId: string): Promise<AgreementData> {
  const { rows } = await deps.pool.query<Row>(one, [subject, claimId]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这次报案');
  const open = (column: `${string}_sealed`, sealed: Buffer) =>
    deps.fields.open('claims', column, row.id, sealed);
  const others = JSON.parse(open('other_parties_sealed', row.other_parties_sealed)) as {
    plate: string;
    insurer?: string;
    policyNo?: string;
    name?: string;
    phone?: string;
  }[];
  if (row.injured || !hasOtherVehicle(row.scenario, others)) {
    throw new Problem(409, 'AGREEMENT_NOT_POSSIBLE', '只有两辆车、没有人受伤的事故，才能自己商量签协议书。');
  }
  const own = {
    name: open('driver_name_sealed', row.driver_name_sealed),
    idNumber: null,
    phone: open('contact_phone_sealed', row.contact_phone_sealed),
    vehicleType: row.model,
    plate: open('plate_sealed', row.plate_sealed),
    insurer: row.policy_no ? deps.insurerName : null,
    policyNo: row.policy_no,
  };
  const theirs = (others.length > 0 ? others : [{ plate: '' }]).slice(0, 1).map((party) => ({
    name: ('name' in party && party.name) || null,
    idNumber: null,
    phone: ('phone' in party && party.phone) || null,
    vehicleType: null,
    plate: party.plate || null,
    insurer: ('insurer' in party && party.insurer) || null,
    policyNo: ('policyNo' in party && party.policyNo) || null,
  }));
  return {
    claimId: row.id,
    reportNo: row.report_no,
    occurredAt: toInstant(row.occurred_at),
    address: open('address_sealed', row.address_sealed),
    form: scenarioForms[row.scenario] ?? '其他',
    parties: [own, ...theirs],
  };
}
