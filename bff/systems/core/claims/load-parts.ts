import { toInstant } from '../../../http/instants';
import type { AssessmentLine, PaperKind, Payout } from '../../../upstream/core/contract/claim-parts';
import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import { maskName, maskPhone } from '../../../masking';
import type { CoreDeps } from '../core-deps';
import { maskAccount } from '../rules/bank-account';
import { newsOf, type ClaimEvent } from '../rules/claim-news';
import { staffRoles, type StaffRole } from '../rules/claim-stages';
import { askedAgainApology } from '../rules/claim-words';
import { escalationWords, escalations } from '../rules/escalation';
import { paperWords } from '../rules/paper-list';
import { payeesOf, purposeNames } from '../rules/payees';
import type { Settlement } from '../rules/settlement';
import type { Db } from './db';
import { surveyOf, type SurveyRow } from './known-facts';
import { thirdPartyPaid, type KeptAccount } from './payouts';

type Detail = CoreClaimDetail;
type Contact = Detail['dispatch']['surveyor'];
type Words = Pick<CoreDeps, 'fields' | 'insurerName' | 'hotline'>;

interface StaffColumns {
  staff_id: string | null;
  staff_role: StaffRole;
  staff_name_sealed: Buffer;
  staff_phone_sealed: Buffer;
}
const staffColumns = `s.id as staff_id, s.role as staff_role, s.name_sealed as staff_name_sealed, s.phone_sealed as staff_phone_sealed`;

function contactOf({ fields }: Words, row: StaffColumns): Contact {
  if (!row.staff_id) return null;
  return {
    name: fields.open('staff', 'name_sealed', row.staff_id, row.staff_name_sealed),
    role: staffRoles[row.staff_role],
    phone: fields.open('staff', 'phone_sealed', row.staff_id, row.staff_phone_sealed),
  };
}

const hotlineOf = ({ insurerName, hotline }: Words) => ({ name: insurerName, role: '客服', phone: hotline });

async function loadDispatch(words: Words, db: Db, claimId: string): Promise<Detail['dispatch']> {
  const { rows } = await db.query<StaffColumns & { distance_metres: number | null }>(
    `select d.distance_metres, ${staffColumns} from claim_dispatches d left join staff s on s.id = d.surveyor_id where d.claim_id = $1`,
    [claimId],
  );
  const raised = await db.query<StaffColumns & { level: number; at: Date }>(
    `select e.level, e.at, ${staffColumns} from claim_escalations e left join staff s on s.id = e.to_staff_id where e.claim_id = $1 order by e.level`,
    [claimId],
  );
  const row = rows[0];
  return {
    surveyor: row ? contactOf(words, row) : null,
    distanceMetres: row?.distance_metres ?? null,
    escalations: raised.rows.map((one) => ({
      at: toInstant(one.at),
      afterMinutes: escalations.find(({ level }) => level === one.level)?.afterMinutes ?? 0,
      words: escalationWords[one.level] ?? '',
      to: contactOf(words, one) ?? hotlineOf(words),
    })),
  };
}

interface PaperRow {
  id: string;
  kind: PaperKind;
  round: number;
  state: Detail['papers']['items'][number]['state'];
  reason_sealed: Buffer | null;
  review_due_at: Date | null;
  updated_at: Date;
  photo_ids: string[];
}

async function loadPapers(
  words: Words,
  db: Db,
  claimId: string,
  listedAt: Date | null,
): Promise<Detail['papers']> {
  const { fields } = words;
  const { rows } = await db.query<PaperRow>(
    `select p.id, p.kind, p.round, p.state, p.reason_sealed, p.review_due_at, p.updated_at,
       array(select photo_id from claim_paper_photos f where f.paper_id = p.id order by photo_id) as photo_ids
     from claim_papers p where p.claim_id = $1 order by p.position, p.id`,
    [claimId],
  );
  const later = await db.query<StaffColumns & { id: string; at: Date; reason_sealed: Buffer }>(
    `select r.id, r.at, r.reason_sealed, ${staffColumns} from claim_paper_requests r left join staff s on s.id = r.allowed_by
     where r.claim_id = $1 order by r.round`,
    [claimId],
  );
  return {
    listedAt: listedAt && rows.length > 0 ? toInstant(listedAt) : null,
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      ...paperWords[row.kind],
      state: row.state,
      reason: row.reason_sealed && fields.open('claim_papers', 'reason_sealed', row.id, row.reason_sealed),
      photoIds: row.photo_ids,
      round: row.round,
      reviewDueAt: row.review_due_at && toInstant(row.review_due_at),
      updatedAt: toInstant(row.updated_at),
    })),
    laterRequests: later.rows.map((row) => ({
      at: toInstant(row.at),
      reason: fields.open('claim_paper_requests', 'reason_sealed', row.id, row.reason_sealed),
      allowedBy: contactOf(words, row)?.name ?? words.insurerName,
      apology: askedAgainApology,
    })),
  };
}

interface AssessmentRow extends StaffColumns {
  id: string;
  round: number;
  state: 'proposed' | 'agreed' | 'objected';
  fault_percent: number;
  content_sealed: Buffer;
  total_fen: number;
  payable_fen: number;
  proposed_at: Date;
  answered_at: Date | null;
  objection_sealed: Buffer | null;
}

export interface LoadedAssessment {
  shown: NonNullable<Detail['assessment']>;
  proposedAt: Date;
}

async function loadAssessment(words: Words, db: Db, claimId: string): Promise<LoadedAssessment | null> {
  const { rows } = await db.query<AssessmentRow>(
    `select a.id, a.round, a.state, a.fault_percent, a.content_sealed, a.total_fen, a.payable_fen, a.proposed_at, a.answered_at,
       a.objection_sealed, ${staffColumns}
     from claim_assessments a left join staff s on s.id = a.assessor_id where a.claim_id = $1 order by a.round desc limit 1`,
    [claimId],
  );
  const row = rows[0];
  if (!row) return null;
  const { fields } = words;
  const content = fields.open('claim_assessments', 'content_sealed', row.id, row.content_sealed);
  const { lines, settlement } = JSON.parse(content) as { lines: AssessmentLine[]; settlement: Settlement };
  return {
    proposedAt: row.proposed_at,
    shown: {
      id: row.id,
      round: row.round,
      state: row.state,
      proposedAt: toInstant(row.proposed_at),
      answeredAt: row.answered_at && toInstant(row.answered_at),
      assessor: contactOf(words, row) ?? hotlineOf(words),
      faultPercent: row.fault_percent,
      lines,
      totalFen: row.total_fen,
      shares: settlement.shares,
      payableFen: row.payable_fen,
      ownFen: settlement.ownFen,
      objection:
        row.objection_sealed &&
        fields.open('claim_assessments', 'objection_sealed', row.id, row.objection_sealed),
    },
  };
}

interface PayoutRow {
  id: string;
  purpose: Payout['purpose'];
  amount_fen: number;
  state: Payout['state'];
  payee: NonNullable<Payout['account']>['payee'] | null;
  account_sealed: Buffer | null;
  account_check: 'checkDigit' | 'lengthOnly' | null;
  paid_at: Date | null;
  receipt_no: string | null;
  third_party_paid: boolean;
}

function accountOf({ fields }: Words, row: PayoutRow): Payout['account'] {
  if (!row.account_sealed || !row.payee || !row.account_check) return null;
  const kept = JSON.parse(
    fields.open('claim_payouts', 'account_sealed', row.id, row.account_sealed),
  ) as KeptAccount;
  return {
    payee: row.payee,
    holderMasked: maskName(kept.holderName),
    bankName: kept.bankName,
    accountMasked: maskAccount(kept.number),
    checked: row.account_check,
    state: row.state === 'accountProposed' ? 'proposed' : 'confirmed',
  };
}

async function loadPayouts(words: Words, db: Db, claimId: string, injured: boolean): Promise<Payout[]> {
  const { rows } = await db.query<PayoutRow>(
    `select o.id, o.purpose, o.amount_fen, o.state, o.payee, o.account_sealed, o.account_check, o.paid_at, o.receipt_no,
       ${thirdPartyPaid} as third_party_paid
     from claim_payouts o where o.claim_id = $1 order by o.purpose desc, o.id`,
    [claimId],
  );
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    name: purposeNames[row.purpose],
    amountFen: row.amount_fen,
    state: row.state,
    payees: payeesOf({ purpose: row.purpose, injured, thirdPartyPaid: row.third_party_paid }),
    account: accountOf(words, row),
    paidAt: row.paid_at && toInstant(row.paid_at),
    receiptNo: row.receipt_no,
  }));
}

interface EndingRow {
  withdrawn_at: Date | null;
  undo_until: Date | null;
  refusal_id: string | null;
  decided_at: Date;
  notice_due_at: Date;
  notice_at: Date | null;
  reasons_sealed: Buffer;
  score: number | null;
  comment_sealed: Buffer | null;
  rated_at: Date;
}

async function loadEndings(words: Words, db: Db, claimId: string, now: Date) {
  const { rows } = await db.query<EndingRow>(
    `select w.at as withdrawn_at, w.undo_until, r.id as refusal_id, r.decided_at, r.notice_due_at, r.notice_at, r.reasons_sealed,
       g.score, g.comment_sealed, g.at as rated_at
     from claims c left join claim_withdrawals w on w.claim_id = c.id and w.undone_at is null
       left join claim_refusals r on r.claim_id = c.id and r.ended_at is null
       left join claim_ratings g on g.claim_id = c.id where c.id = $1`,
    [claimId],
  );
  const row = rows[0];
  const { fields, hotline } = words;
  const withdrawal: Detail['withdrawal'] =
    row?.withdrawn_at && row.undo_until
      ? {
          at: toInstant(row.withdrawn_at),
          undoUntil: toInstant(row.undo_until),
          undoable: row.undo_until > now,
        }
      : null;
  const refusal: Detail['refusal'] = row?.refusal_id
    ? {
        decidedAt: toInstant(row.decided_at),
        reasons: JSON.parse(
          fields.open('claim_refusals', 'reasons_sealed', row.refusal_id, row.reasons_sealed),
        ) as string[],
        noticeDueAt: toInstant(row.notice_due_at),
        noticeAt: row.notice_at && toInstant(row.notice_at),
        breached: (row.notice_at ?? now) > row.notice_due_at,
        whatYouCanDo: `可以要求再看一次，由另一个人看；也可以打 ${hotline} 投诉，或者向金融监管部门反映。`,
      }
    : null;
  const satisfaction: Detail['satisfaction'] =
    row === undefined || row.score === null
      ? null
      : {
          score: row.score,
          comment:
            row.comment_sealed && fields.open('claim_ratings', 'comment_sealed', claimId, row.comment_sealed),
          at: toInstant(row.rated_at),
        };
  return { withdrawal, refusal, satisfaction, undoUntil: row?.undo_until ?? null };
}

const NEWS_SHOWN = 50;

async function loadNews(db: Db, claimId: string): Promise<Detail['news']> {
  const { rows } = await db.query<ClaimEvent>(
    `select id, at, kind, detail from claim_events where claim_id = $1 and kind not in ('photoReceived', 'photoRemoved')
     order by at desc, id desc limit ${NEWS_SHOWN}`,
    [claimId],
  );
  return rows.map((event) => ({ id: event.id, at: toInstant(event.at), ...newsOf(event) }));
}

interface ReportRow {
  source: 'app' | 'hotline';
  casualties_sealed: Buffer;
  other_parties_sealed: Buffer;
  staff_id: string | null;
  staff_role: StaffRole;
  staff_name_sealed: Buffer;
  staff_phone_sealed: Buffer;
}

async function loadReport(words: Words, db: Db, claimId: string) {
  const { rows } = await db.query<ReportRow>(
    `select c.source, c.casualties_sealed, c.other_parties_sealed, ${staffColumns}
     from claims c left join staff s on s.id = c.supervisor_id where c.id = $1`,
    [claimId],
  );
  const row = rows[0];
  if (!row) throw new Error('a claim that was just read is gone');
  const open = (column: 'casualties_sealed' | 'other_parties_sealed') =>
    JSON.parse(words.fields.open('claims', column, claimId, row[column])) as unknown[];
  const casualties = open('casualties_sealed') as {
    side: 'own' | 'other';
    count: number;
    hospital?: string;
  }[];
  const others = open('other_parties_sealed') as {
    plate: string;
    insurer?: string;
    name?: string;
    phone?: string;
  }[];
  return {
    source: row.source,
    supervisor: contactOf(words, row),
    casualties: casualties.map(({ side, count, hospital }) => ({ side, count, hospital: hospital ?? null })),
    otherParties: others.map(({ plate, insurer, name, phone }) => ({
      plate,
      insurer: insurer ?? null,
      name: name ?? null,
      phoneMasked: phone ? maskPhone(phone) : null,
    })),
  };
}

export interface ClaimParts {
  report: Awaited<ReturnType<typeof loadReport>>;
  dispatch: Detail['dispatch'];
  papers: Detail['papers'];
  assessment: LoadedAssessment | null;
  payouts: Payout[];
  endings: Awaited<ReturnType<typeof loadEndings>>;
  news: Detail['news'];
  survey: SurveyRow | null;
}

/** Everything of one claim beside its row and its steps. One after another: they share the connection of a transaction. */
export async function loadParts(
  words: Words,
  db: Db,
  claim: { id: string; injured: boolean; listedAt: Date | null; now: Date },
): Promise<ClaimParts> {
  return {
    report: await loadReport(words, db, claim.id),
    dispatch: await loadDispatch(words, db, claim.id),
    papers: await loadPapers(words, db, claim.id, claim.listedAt),
    assessment: await loadAssessment(words, db, claim.id),
    payouts: await loadPayouts(words, db, claim.id, claim.injured),
    endings: await loadEndings(words, db, claim.id, claim.now),
    news: await loadNews(db, claim.id),
    survey: await surveyOf(db, claim.id),
  };
}
