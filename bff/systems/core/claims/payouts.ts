import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { PoolClient } from 'pg';
import { toInstant } from '../../../http/instants';
import { invalidInput, notFound, Problem } from '../../../http/problem';
import { normaliseName } from '../../../identifiers';
import { maskName } from '../../../masking';
import type { Payee, Payout } from '../../../upstream/core/contract/claim-parts';
import type { AccountProposal, AccountReadBack } from '../../../upstream/core/contract/claim-requests';
import type { CoreDeps } from '../core-deps';
import { checkAccount, checkedWords, maskAccount } from '../rules/bank-account';
import { payeeNames, payeesOf } from '../rules/payees';
import { dayStamp } from '../rules/time-words';
import { advance } from './advance';
import { noteEvent, type By } from './note-event';
import { outOfTurn } from './once';
import { nowOf } from './papers';

const CONFIRM_WITHIN_MS = 15 * 60_000;

export interface KeptAccount {
  holderName: string;
  bankName: string;
  number: string;
}

/** 保险法 65 as a condition: money for damage to others reaches the insured only after the others were paid. */
export const thirdPartyPaid = `exists (
  select 1 from claim_papers q where q.claim_id = o.claim_id and q.kind = 'thirdPartyReceipt' and q.state = 'accepted')`;

interface OpenPayout {
  id: string;
  amount_fen: number;
  purpose: Payout['purpose'];
  injured: boolean;
  third_party_paid: boolean;
  insured_id: string | null;
  insured_name_sealed: Buffer | null;
}

/** The insured of the claim of payout `o`; an account that is said to be the insured's is compared with this name. */
export const insuredOfPayout = `(
  select k.id as insured_id, k.name_sealed as insured_name_sealed
  from claim_policies cp join policies p on p.id = cp.policy_id join customers k on k.id = p.insured_id
  where cp.claim_id = o.claim_id order by p.product desc limit 1)`;

const open = `
  select o.id, o.amount_fen, o.purpose, c.injured, ${thirdPartyPaid} as third_party_paid, u.insured_id, u.insured_name_sealed
  from claim_payouts o join claims c on c.id = o.claim_id left join lateral ${insuredOfPayout} u on true
  where o.id = $1 and o.claim_id = $2`;

function refuseWrongHolder(deps: CoreDeps, row: OpenPayout, payee: Payee, holderName: string): void {
  if (payee !== 'insured' || !row.insured_id || !row.insured_name_sealed) return;
  const insured = deps.fields.open('customers', 'name_sealed', row.insured_id, row.insured_name_sealed);
  if (normaliseName(insured) === normaliseName(holderName)) return;
  throw invalidInput([
    {
      path: 'holderName',
      code: 'PAYEE_NAME_MISMATCH',
      message: '付给您本人的，户名要和保单上的被保险人一致',
    },
  ]);
}

/** Two requests of one claim name their accounts one after the other: neither overlooks what the other named. */
const lockClaim = 'select 1 from claims where id = $1 for no key update';
const otherAccounts = `
  select id, payee, account_sealed from claim_payouts where claim_id = $1 and id <> $2 and account_sealed is not null`;

/** 保险法 65 holds for the account, not for what it is called: the insured's own one is nobody else's, and the other way round. */
async function refuseSharedAccount(
  deps: CoreDeps,
  client: PoolClient,
  { claimId, payoutId, payee, number }: { claimId: string; payoutId: string; payee: Payee; number: string },
): Promise<void> {
  await client.query(lockClaim, [claimId]);
  const { rows } = await client.query<{ id: string; payee: Payee; account_sealed: Buffer }>(otherAccounts, [
    claimId,
    payoutId,
  ]);
  for (const row of rows) {
    if (row.payee === payee || (row.payee !== 'insured' && payee !== 'insured')) continue;
    const sealed = deps.fields.open('claim_payouts', 'account_sealed', row.id, row.account_sealed);
    if ((JSON.parse(sealed) as KeptAccount).number !== number) continue;
    throw invalidInput([
      {
        path: 'accountNumber',
        code: 'ACCOUNT_OF_ANOTHER_PAYEE',
        message: `这个账号已经填给${payeeNames[row.payee]}了。赔被保险人的和赔给别人的，要用各自的账号`,
      },
    ]);
  }
}

const propose = `
  update claim_payouts set state = 'accountProposed', payee = $3, account_sealed = $4, account_check = $5,
    proposal_hash = $6, proposal_expires_at = $7, confirmed_at = null
  where id = $1 and claim_id = $2 and state in ('accountWanted', 'accountProposed', 'ready')`;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * First of two steps: names an account. What was understood comes back, masked, with a token; nothing is paid to the
 * account until that token comes in. Naming another one makes the earlier token worthless.
 * @throws Problem 422 for an account that cannot be right, 409 PAYEE_NOT_ALLOWED (保险法 65)
 */
export async function proposeAccount(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  { claimId, payoutId, ...proposal }: AccountProposal & { claimId: string; payoutId: string },
): Promise<AccountReadBack> {
  const { payee, holderName, bankName, accountNumber } = proposal;
  const { rows } = await client.query<OpenPayout>(open, [payoutId, claimId]);
  const row = rows[0];
  if (!row) throw notFound('没有找到这笔赔款');
  const option = payeesOf({
    purpose: row.purpose,
    injured: row.injured,
    thirdPartyPaid: row.third_party_paid,
  }).find((one) => one.payee === payee);
  if (!option?.allowed)
    throw new Problem(409, 'PAYEE_NOT_ALLOWED', option?.reason ?? '这笔赔款不能付给这个收款人。');
  const account = checkAccount(payee, accountNumber);
  if (!account.ok) throw invalidInput([{ path: 'accountNumber', code: 'ACCOUNT', message: account.message }]);
  refuseWrongHolder(deps, row, payee, holderName);
  await refuseSharedAccount(deps, client, { claimId, payoutId, payee, number: account.number });
  const kept: KeptAccount = { holderName, bankName, number: account.number };
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date((await nowOf(client)).getTime() + CONFIRM_WITHIN_MS);
  const sealed = deps.fields.seal('claim_payouts', 'account_sealed', payoutId, JSON.stringify(kept));
  const values = [payoutId, claimId, payee, sealed, account.checked, hashOf(token), expiresAt];
  const { rowCount } = await client.query(propose, values);
  if (rowCount !== 1) throw outOfTurn('这笔赔款已经付出去了，账户不能再改。');
  await noteEvent(client, by, { claimId, kind: 'accountProposed', detail: payoutId });
  return {
    payoutId,
    payee,
    payeeName: payeeNames[payee],
    holderMasked: maskName(holderName),
    bankName,
    accountMasked: maskAccount(account.number),
    amountFen: row.amount_fen,
    checked: account.checked,
    checkedWords: checkedWords[account.checked],
    confirmationToken: token,
    expiresAt: toInstant(expiresAt),
  };
}

const confirm = `
  update claim_payouts set state = 'ready', confirmed_at = now(), proposal_hash = null
  where id = $1 and claim_id = $2 and state = 'accountProposed' and proposal_hash = $3 and proposal_expires_at > now()`;

/** Second step: the token of exactly this read-back. The promise of payment counts from here where it was waiting for it. */
export async function confirmAccount(
  client: PoolClient,
  by: By,
  { claimId, payoutId, token }: { claimId: string; payoutId: string; token: string },
): Promise<void> {
  const { rowCount } = await client.query(confirm, [payoutId, claimId, hashOf(token)]);
  if (rowCount !== 1) await refuseConfirmation(client, { claimId, payoutId, token });
  await client.query(
    `update claim_steps set due_at = greatest(due_at, now() + interval '10 days')
     where claim_id = $1 and code = 'paid' and done_at is null and due_at is not null`,
    [claimId],
  );
  await noteEvent(client, by, { claimId, kind: 'accountConfirmed', detail: payoutId });
}

async function refuseConfirmation(
  client: PoolClient,
  { claimId, payoutId, token }: { claimId: string; payoutId: string; token: string },
): Promise<never> {
  const { rows } = await client.query<{ proposal_hash: Buffer | null }>(
    'select proposal_hash from claim_payouts where id = $1 and claim_id = $2',
    [payoutId, claimId],
  );
  const row = rows[0];
  if (!row) throw notFound('没有找到这笔赔款');
  const given = hashOf(token);
  const same = row.proposal_hash !== null && timingSafeEqual(row.proposal_hash, given);
  throw new Problem(
    409,
    same ? 'CONFIRMATION_EXPIRED' : 'CONFIRMATION_OUTDATED',
    same ? '15 分钟内没有确认，请把账户再填一次。' : '账户改过了，请按最新填的再确认。',
  );
}

/** What was paid is not ready any more, so that it is paid once, whoever asks and however often. */
export const pay = {
  text: `update claim_payouts o set state = 'paid', paid_at = now(), receipt_no = $3
  where o.id = $1 and o.claim_id = $2 and o.state = 'ready'
    and exists (select 1 from claims c where c.id = o.claim_id and c.status = 'reviewed' and c.open)
    and (o.purpose <> 'thirdPartyLiability' or o.payee <> 'insured' or ${thirdPartyPaid})`,
};

const allPaid = `select 1 where not exists (select 1 from claim_payouts where claim_id = $1 and state <> 'paid')`;

function newReceiptNumber(at: Date, demo: boolean): string {
  return `${demo ? 'DEMO-FK' : 'FK'}-${dayStamp(at)}-${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

/** Pays one sum, once; the last one moves the claim on. */
export async function payOut(
  deps: CoreDeps,
  client: PoolClient,
  by: By,
  { claimId, payoutId }: { claimId: string; payoutId: string },
): Promise<void> {
  const receiptNo = newReceiptNumber(await nowOf(client), deps.demo);
  const { rowCount } = await client.query(pay.text, [payoutId, claimId, receiptNo]);
  if (rowCount !== 1) throw outOfTurn('这笔还不能付：要先审核过、账户确认过，而且没有付过。');
  await noteEvent(client, by, { claimId, kind: 'paidOut', detail: payoutId });
  await afterPayments(client, by, claimId);
}

export async function afterPayments(client: PoolClient, by: By, claimId: string): Promise<void> {
  const { rowCount } = await client.query(allPaid, [claimId]);
  if (rowCount === 1) await advance(client, by, { claimId, from: ['reviewed'], to: 'paid' });
}
