import { toInstant } from '../../../../http/instants';
import type { Payout } from '../../../../upstream/core/contract/claim-parts';
import { maskName } from '../../../../masking';
import { maskAccount } from '../../rules/bank-account';
import { payeesOf, purposeNames } from '../../rules/payees';
import type { Db } from '../db';
import { insuredOfPayout, thirdPartyPaid, type KeptAccount } from '../payouts';
import type { Words } from './staff-contact';

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
  insured_id: string | null;
  insured_name_sealed: Buffer | null;
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

function insuredOf({ fields }: Words, { insured_id: id, insured_name_sealed: sealed }: PayoutRow) {
  return id && sealed ? maskName(fields.open('customers', 'name_sealed', id, sealed)) : null;
}

export async function loadPayouts(
  words: Words,
  db: Db,
  claimId: string,
  injured: boolean,
): Promise<Payout[]> {
  const { rows } = await db.query<PayoutRow>(
    `select o.id, o.purpose, o.amount_fen, o.state, o.payee, o.account_sealed, o.account_check, o.paid_at, o.receipt_no,
       ${thirdPartyPaid} as third_party_paid, u.insured_id, u.insured_name_sealed
     from claim_payouts o left join lateral ${insuredOfPayout} u on true where o.claim_id = $1 order by o.purpose, o.id`,
    [claimId],
  );
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    name: purposeNames[row.purpose],
    amountFen: row.amount_fen,
    state: row.state,
    payees: payeesOf({ purpose: row.purpose, injured, thirdPartyPaid: row.third_party_paid }),
    insuredNameMasked: insuredOf(words, row),
    account: accountOf(words, row),
    paidAt: row.paid_at && toInstant(row.paid_at),
    receiptNo: row.receipt_no,
  }));
}
