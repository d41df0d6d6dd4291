import { toInstant } from '../../../http/instants';
import { invalidInput, notFound } from '../../../http/problem';
import type { WorkedExample, WorkedExampleQuery } from '../../../upstream/core/contract/worked-example';
import type { CoreDeps } from '../core-deps';
import { newLimitsFrom } from '../rules/compulsory-limits';
import { faultPercents, workOut, type CoverHeld } from '../rules/worked-accident';
import { policyOfSubject } from './owner';

interface PolicyRow {
  vehicle_id: string;
  starts_at: Date;
  /** The end, or the cancellation before it. */
  until: Date;
  now: Date;
}

const policyQuery = `
  select p.vehicle_id, p.starts_at, least(p.ends_at, coalesce(p.cancelled_at, p.ends_at)) as until, now()
  from policies p where p.id = $2 and ${policyOfSubject('p', '$1')}`;

interface CoverRow extends CoverHeld {
  product: 'compulsory' | 'commercial';
}

/** The covers of all the subject's policies for the car on that day; the policy itself always counts. */
const coversQuery = `
  select p.product, c.code, c.sum_insured_fen as "sumInsuredFen", c.deductible_percent as "deductiblePercent"
  from policies p join coverages c on c.policy_id = p.id
  where p.vehicle_id = $2 and ${policyOfSubject('p', '$1')}
    and (p.id = $3 or (p.starts_at <= $4 and least(p.ends_at, coalesce(p.cancelled_at, p.ends_at)) > $4))
  order by (p.id = $3) desc, p.starts_at, c.position`;

const dayOf = (at: Date) => toInstant(at).slice(0, 10);
const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`);

const DEFAULT_LOSS_FEN = 80_000_00;

type Accident = WorkedExample['accident'];

function accidentOf(query: WorkedExampleQuery, occurredOn: string): Accident {
  const { otherMedicalFen = 0, outsideListFen = 0, otherInjuryFen = 0 } = query;
  const { ownCarFen = 0, driverMedicalFen = 0, fault = 'full' } = query;
  const withOtherCar = query.withOtherCar !== 'false';
  const asked = [query.otherCarFen, query.otherMedicalFen, query.outsideListFen, query.otherInjuryFen];
  const nothingAsked = [...asked, query.ownCarFen, query.driverMedicalFen].every(
    (amountFen) => amountFen === undefined,
  );
  const toOthers = { otherMedicalFen, outsideListFen, otherInjuryFen };
  const alone = { otherCarFen: 0, otherMedicalFen: 0, outsideListFen: 0, otherInjuryFen: 0 };
  return {
    occurredOn,
    fault: withOtherCar ? fault : 'full',
    faultPercent: withOtherCar ? faultPercents[fault] : 100,
    holiday: query.holiday === 'true',
    withOtherCar,
    otherCarFen: query.otherCarFen ?? (nothingAsked ? DEFAULT_LOSS_FEN : 0),
    ...toOthers,
    ...(withOtherCar ? {} : alone),
    ownCarFen,
    driverMedicalFen,
  };
}

function notesOf(covers: readonly CoverRow[]): string[] {
  const holds = (product: CoverRow['product']) => covers.some((cover) => cover.product === product);
  return [
    ...(holds('compulsory') ? [] : ['您的交强险不在我们这里，这里按国家规定的限额算。']),
    ...(holds('commercial')
      ? []
      : ['这一天您在我们这里没有商业险。在别家买了的，由那一家接着赔，金额要问那一家。']),
  ];
}

/**
 * Works an accident out that a person makes up, with the covers of the car on that day. Null where the policy was
 * cancelled before it began. @throws Problem 404 for a foreign policy, 422 for a day outside of it
 */
export async function workedExample(
  { pool }: CoreDeps,
  subject: string,
  { policyId, query }: { policyId: string; query: WorkedExampleQuery },
): Promise<WorkedExample | null> {
  const { rows } = await pool.query<PolicyRow>(policyQuery, [subject, policyId]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这份保单');
  if (row.until <= row.starts_at) return null;
  const firstDay = dayOf(row.starts_at);
  const lastDay = dayOf(new Date(row.until.getTime() - 1));
  const today = dayOf(row.now);
  const occurredOn = query.occurredOn ?? (today < firstDay ? firstDay : today > lastDay ? lastDay : today);
  if (occurredOn < firstDay || occurredOn > lastDay) {
    throw invalidInput([
      { path: 'occurredOn', code: 'OUTSIDE_POLICY', message: '这一天不在这份保单的保险期间里' },
    ]);
  }
  const occurredAt = noonOf(occurredOn);
  const held = await pool.query<CoverRow>(coversQuery, [subject, row.vehicle_id, policyId, occurredAt]);
  const covers = held.rows;
  const accident = accidentOf(query, occurredOn);
  const has = (code: string) => covers.some((cover) => cover.code === code);
  const limitsDay = dayOf(newLimitsFrom);
  return {
    accident,
    ...workOut({ ...accident, occurredAt }, covers),
    choices: {
      firstDay,
      lastDay,
      limitsChangeOn: firstDay < limitsDay && limitsDay <= lastDay ? limitsDay : null,
      holidayDoubles: has('holidayDouble'),
      medicalOutsideList: has('medicalOutsideList'),
    },
    notes: notesOf(covers),
    asOf: toInstant(row.now),
  };
}
