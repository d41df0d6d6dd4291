import type { CoreDeps } from '../core-deps';
import { mutualSelfRepair, smallQuick, type KnownFacts } from '../rules/fast-lanes';
import type { CoverInForce } from '../rules/settlement';
import { coveredBySubject } from './claim-store';
import type { Db } from './db';

export interface SurveyRow {
  faultPercent: number;
  agreed: boolean;
  policeDecided: boolean;
  outsideProperty: boolean;
  otherHasCompulsory: boolean | null;
  estimatedOwnFen: number;
  estimatedOtherFen: number;
}

export interface Facts {
  injured: boolean;
  otherVehicle: boolean;
  outsideProperty: boolean;
  verified: boolean;
  smallQuick: boolean;
  occurredAt: Date;
  compulsory: boolean;
  covers: CoverInForce[];
  survey: SurveyRow | null;
}

const surveyColumns = `fault_percent as "faultPercent", agreed, police_decided as "policeDecided",
  outside_property as "outsideProperty", other_has_compulsory as "otherHasCompulsory",
  estimated_own_fen as "estimatedOwnFen", estimated_other_fen as "estimatedOtherFen"`;

interface FactRow {
  id: string;
  injured: boolean;
  scenario: string;
  occurred_at: Date;
  other_parties_sealed: Buffer;
  verified: boolean;
  compulsory: boolean;
}

/** Two vehicles: somebody else's plate was given, or the scenario has another side. */
export const hasOtherVehicle = (scenario: string, otherParties: readonly unknown[]): boolean =>
  otherParties.length > 0 || (scenario !== 'singleCar' && scenario !== 'other');

export async function surveyOf(db: Db, claimId: string): Promise<SurveyRow | null> {
  const { rows } = await db.query<SurveyRow>(
    `select ${surveyColumns} from claim_surveys where claim_id = $1`,
    [claimId],
  );
  return rows[0] ?? null;
}

/** What a rule may count on about a claim, as it stands now. */
export async function factsOf(
  { fields, smallClaimFen }: Pick<CoreDeps, 'fields' | 'smallClaimFen'>,
  db: Db,
  claimId: string,
): Promise<Facts> {
  const { rows } = await db.query<FactRow>(
    `select c.id, c.injured, c.scenario, c.occurred_at, c.other_parties_sealed, ${coveredBySubject('c.subject')} as verified,
       exists (select 1 from claim_policies cp join policies p on p.id = cp.policy_id
               where cp.claim_id = c.id and p.product = 'compulsory') as compulsory
     from claims c where c.id = $1`,
    [claimId],
  );
  const row = rows[0];
  if (!row) throw new Error('a claim that is being worked on is gone');
  const covers = await db.query<CoverInForce>(
    `select v.code, v.sum_insured_fen as "sumInsuredFen", v.deductible_percent as "deductiblePercent"
     from claim_policies cp join coverages v on v.policy_id = cp.policy_id where cp.claim_id = $1`,
    [claimId],
  );
  const survey = await surveyOf(db, claimId);
  const others = JSON.parse(
    fields.open('claims', 'other_parties_sealed', row.id, row.other_parties_sealed),
  ) as unknown[];
  const otherVehicle = hasOtherVehicle(row.scenario, others);
  const known = knownFacts({ injured: row.injured, otherVehicle, verified: row.verified, survey });
  return {
    injured: row.injured,
    otherVehicle,
    outsideProperty: survey?.outsideProperty ?? false,
    verified: row.verified,
    smallQuick: smallQuick(known, smallClaimFen).state === 'open',
    occurredAt: row.occurred_at,
    compulsory: row.compulsory,
    covers: covers.rows,
    survey,
  };
}

/** Whether the own car has cover is told only to whom it belongs: for everybody else it stays "not known". */
export function knownFacts({
  injured,
  otherVehicle,
  verified,
  survey,
}: {
  injured: boolean;
  otherVehicle: boolean;
  verified: boolean;
  survey: SurveyRow | null;
}): KnownFacts {
  return {
    vehicles: otherVehicle ? 2 : 1,
    injured,
    ownHasCompulsory: verified,
    otherHasCompulsory: survey?.otherHasCompulsory ?? null,
    outsideProperty: survey?.outsideProperty ?? null,
    ownLossFen: survey?.estimatedOwnFen ?? null,
    otherLossFen: survey?.estimatedOtherFen ?? null,
    faultPercent: survey?.faultPercent ?? null,
    agreed: survey ? survey.agreed || survey.policeDecided : null,
  };
}

export const fastLanesOf = (facts: KnownFacts, smallClaimFen: number) => [
  mutualSelfRepair(facts),
  smallQuick(facts, smallClaimFen),
];
