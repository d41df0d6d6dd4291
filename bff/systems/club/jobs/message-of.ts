import type { SmsMessage } from '../../../upstream/sms/contract';
import type { Club } from '../club';
import { holderOf } from '../people/earlier-selves';
import { open, openOrNull } from '../personal-fields';

export type OutboxKind = 'voucherUsed' | 'voucherRestored' | 'ticketClosed' | 'clerkInvited';

interface Owed {
  kind: OutboxKind;
  subjectId: string;
}

interface AboutVoucher {
  title: string;
  store_name: string | null;
  member_id: string;
  phone_sealed: Buffer | null;
  answer_sealed?: Buffer;
  report_id?: string;
}

/** Who holds the account now: somebody merged away is told under the number that is left. */
const holder = (memberId: string) => `${holderOf(memberId)} join members m on m.id = holder.id`;

const USE_SQL = `select v.title, s.name as store_name, m.id as member_id, m.phone_sealed
  from redemptions r join vouchers v on v.id = r.voucher_id join stores s on s.id = r.store_id
  ${holder('r.member_id')} where r.id = $1`;
const TICKET_SQL = `select v.title, null as store_name, m.id as member_id, m.phone_sealed, vr.answer_sealed, vr.id as report_id
  from voucher_reports vr join vouchers v on v.id = vr.voucher_id ${holder('v.member_id')} where vr.id = $1`;
const CLERK_SQL = `select c.id, c.phone_sealed, mer.name from clerk_changes cc join clerks c on c.id = cc.clerk_id
  join merchants mer on mer.id = c.merchant_id where cc.id = $1 and c.active`;

async function aboutVoucher(club: Club, { kind, subjectId }: Owed): Promise<SmsMessage | undefined> {
  const sql = kind === 'ticketClosed' ? TICKET_SQL : USE_SQL;
  const { rows } = await club.pool.query<AboutVoucher>(sql, [subjectId]);
  const row = rows[0];
  if (!row) return undefined;
  const phone = openOrNull(club.cipher, 'members.phone_sealed', {
    id: row.member_id,
    envelope: row.phone_sealed,
  });
  if (phone === null) return undefined;
  if (row.answer_sealed && row.report_id !== undefined) {
    const answer = open(club.cipher, 'voucher_reports.answer_sealed', row.report_id, row.answer_sealed);
    return { phone, template: 'ticketClosed', values: { title: row.title, answer } };
  }
  const template = kind === 'voucherUsed' ? 'voucherUsed' : 'voucherRestored';
  return { phone, template, values: { title: row.title, store: row.store_name ?? '' } };
}

async function aboutClerk(club: Club, changeId: string): Promise<SmsMessage | undefined> {
  const { rows } = await club.pool.query<{ id: string; phone_sealed: Buffer; name: string }>(CLERK_SQL, [
    changeId,
  ]);
  const row = rows[0];
  if (!row) return undefined;
  const phone = open(club.cipher, 'clerks.phone_sealed', row.id, row.phone_sealed);
  return { phone, template: 'clerkInvited', values: { merchant: row.name } };
}

/** The message as it is sent now. Undefined when there is nobody to tell any more: no phone, or forgotten on request. */
export function messageOf(club: Club, owed: Owed): Promise<SmsMessage | undefined> {
  return owed.kind === 'clerkInvited' ? aboutClerk(club, owed.subjectId) : aboutVoucher(club, owed);
}
