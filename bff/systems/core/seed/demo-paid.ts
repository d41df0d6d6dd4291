import type { AssessmentLine } from '../../../upstream/core/contract/claim-parts';
import type { KeptAccount } from '../claims/payouts';
import type { CoreDeps } from '../core-deps';
import { dayStamp } from '../rules/time-words';
import { settle } from '../rules/settlement';
import { minutesAfter } from './demo-days';

/** What is needed of a claim that is over. */
interface PastClaim {
  key: string;
  reportNo: string;
  report: { occurredAt: string };
  policyIds: string[];
  reportedAt: Date;
  clocks: readonly (readonly [stage: string, due: number | null, done: number | null])[];
}

interface Paid {
  lines: AssessmentLine[];
  account: KeptAccount;
}

const insertAssessment = `
  insert into claim_assessments
    (id, claim_id, round, state, fault_percent, content_sealed, total_fen, payable_fen, proposed_at, answered_at)
  values ($1, $2, 1, 'agreed', 100, $3, $4, $5, $6, $7)`;
const insertPayout = `
  insert into claim_payouts
    (id, claim_id, assessment_id, purpose, amount_fen, state, payee, account_sealed, account_check, confirmed_at, paid_at, receipt_no)
  values ($1, $2, $3, 'ownDamage', $4, 'paid', 'insured', $5, 'checkDigit', $6, $7, $8)`;

/** The money of a claim that was over before the demonstration began: what was agreed on, and where it went. */
export async function seedPaid(
  { pool, fields }: CoreDeps,
  seed: PastClaim,
  { lines, account }: Paid,
): Promise<void> {
  const reachedAt = (stage: string) => {
    const minutes = seed.clocks.find(([code]) => code === stage)?.[2] ?? 0;
    return minutesAfter(seed.reportedAt, minutes);
  };
  const { rows: covers } = await pool.query<{
    code: string;
    sumInsuredFen: number | null;
    deductiblePercent: number;
  }>(
    `select code, sum_insured_fen as "sumInsuredFen", deductible_percent as "deductiblePercent"
     from coverages where policy_id = any($1)`,
    [seed.policyIds],
  );
  const settlement = settle(lines, {
    occurredAt: new Date(seed.report.occurredAt),
    faultPercent: 100,
    otherVehicle: false,
    compulsory: true,
    covers,
  });
  const assessmentId = `${seed.key}_amounts`;
  const payoutId = `${seed.key}_payout`;
  const [agreedAt, paidAt] = [reachedAt('assessed'), reachedAt('paid')];
  const content = JSON.stringify({ lines, settlement });
  await pool.query(insertAssessment, [
    assessmentId,
    seed.key,
    fields.seal('claim_assessments', 'content_sealed', assessmentId, content),
    settlement.totalFen,
    settlement.ownDamageFen,
    minutesAfter(agreedAt, -30),
    agreedAt,
  ]);
  await pool.query(insertPayout, [
    payoutId,
    seed.key,
    assessmentId,
    settlement.ownDamageFen,
    fields.seal('claim_payouts', 'account_sealed', payoutId, JSON.stringify(account)),
    minutesAfter(agreedAt, 20),
    paidAt,
    `DEMO-FK-${dayStamp(paidAt)}-${seed.reportNo.slice(-4)}0001`,
  ]);
}
