import { LATEST_PRESENTATIONS, shortCodeHash } from '../benefits/present-voucher';
import { looksLikeQr, readQr } from '../benefits/presented-qr';
import { CODE_LENGTH, isVoucherCode, normaliseVoucherCode } from '../benefits/voucher-code';
import type { Club } from '../club';
import { indexOf } from '../personal-fields';
import { giveBackAttempt, takeAttempt } from './code-attempts';
import { codeMistyped, voucherNotFound } from './counter-problems';

/** What was shown or typed, once it is known to stand for a voucher this merchant could serve. */
export interface Presented {
  voucherId: string;
  /** Null for a typed 兑换码. */
  presentationId: string | null;
}

const SHORT_CODE = /^\d{8}$/;
/** A slip of the finger rather than a poster's QR code: only characters of a code, about as many as one has. */
const ALMOST_A_CODE = /^[0-9A-Z]{6,18}$/;

/** A voucher that no store of the merchant serves does not exist for that merchant. */
const SERVED = `exists (
  select 1 from merchant_services ms where ms.merchant_id = $2 and ms.service_id = v.service_id)`;

async function byPresentation(club: Club, merchantId: string, text: string): Promise<Presented> {
  const qr = readQr(club.presentationKey, text);
  if (!qr) throw voucherNotFound();
  const { rowCount } = await club.pool.query(`select 1 from vouchers v where v.id = $1 and ${SERVED}`, [
    qr.voucherId,
    merchantId,
  ]);
  if (rowCount !== 1) throw voucherNotFound();
  return qr;
}

async function byShortCode(club: Club, merchantId: string, digits: string): Promise<Presented | undefined> {
  const { rows } = await club.pool.query<{ id: string; voucher_id: string }>(
    `select p.id, p.voucher_id from presentations p join vouchers v on v.id = p.voucher_id
     where p.short_code_hash = $1 and ${SERVED}`,
    [shortCodeHash(club.shortCodeKey, digits), merchantId],
  );
  return rows[0] ? { presentationId: rows[0].id, voucherId: rows[0].voucher_id } : undefined;
}

/** A service that wants the customer present has no code to type; its vouchers are not found by one. */
async function byVoucherCode(club: Club, merchantId: string, code: string): Promise<Presented | undefined> {
  const { rows } = await club.pool.query<{ id: string }>(
    `select v.id from vouchers v join services sv on sv.id = v.service_id
     where v.code_index = $1 and sv.typed_code_allowed and ${SERVED}`,
    [indexOf.voucherCode(club.cipher, code), merchantId],
  );
  return rows[0] ? { presentationId: null, voucherId: rows[0].id } : undefined;
}

/**
 * Finds the voucher behind a QR text, a short code or a 兑换码. Wrong guesses count against the clerk.
 * @throws Problem 404 VOUCHER_NOT_FOUND, 422 CODE_MISTYPED, 429 CODE_ATTEMPTS_LOCKED
 */
export async function resolvePresented(
  club: Club,
  { clerkId, merchantId }: { clerkId: string; merchantId: string },
  given: string,
): Promise<Presented> {
  const text = given.trim();
  if (looksLikeQr(text)) return byPresentation(club, merchantId, text);
  const digits = text.replace(/[\s-]/g, '');
  const code = normaliseVoucherCode(text);
  const kind = SHORT_CODE.test(digits) ? 'shortCode' : 'voucherCode';
  if (kind === 'voucherCode' && !isVoucherCode(code)) {
    throw ALMOST_A_CODE.test(code) ? codeMistyped() : voucherNotFound();
  }
  await takeAttempt(club, clerkId, kind);
  const found =
    kind === 'shortCode'
      ? await byShortCode(club, merchantId, digits)
      : await byVoucherCode(club, merchantId, code.slice(0, CODE_LENGTH));
  if (!found) throw voucherNotFound();
  await giveBackAttempt(club, clerkId, kind);
  return found;
}

/** SQL: the presentation `p` of voucher `v` is one of the two latest, has not lapsed and was not used. */
export const PRESENTATION_COUNTS = `p.voucher_id = v.id and p.seq > v.presentation_seq - ${String(LATEST_PRESENTATIONS)} and p.expires_at > now() and p.used_at is null`;
