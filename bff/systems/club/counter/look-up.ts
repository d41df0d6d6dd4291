import type * as z from 'zod/mini';
import { toInstant } from '../../../http/instants';
import type { Actor } from '../../../http/service-token';
import type { ClubLookup, clubLookupRequest, notRedeemable } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { openOrNull } from '../personal-fields';
import { assertOwnStore, readCounterActor, type CounterActor } from './counter-actor';
import { voucherNotFound } from './counter-problems';
import { worksAgainAt } from './day-limit';
import { resolvePresented, type Presented } from './presented-code';
import { SCAN_SECONDS, writeScanToken } from './scan-token';
import { ownUse, recentUse } from './use-told';
import { readVoucherFacts, type VoucherFacts } from './voucher-facts';

type Reason = z.infer<typeof notRedeemable>;

/** In the order in which they matter to the person at the counter: used, taken back, out of time, then what a new scan or another store would cure. */
function reasonOf(facts: VoucherFacts): Reason | null {
  if (facts.used_up) return 'alreadyRedeemed';
  if (facts.state === 'revoked') return 'revoked';
  if (facts.state === 'transferred') return 'transferred';
  if (facts.lapsed) return 'expired';
  if (facts.early || facts.state === 'reserved') return 'notYetValid';
  if (facts.day_full) return 'dailyLimit';
  if (!facts.presentation_counts) return 'presentationExpired';
  if (facts.suspended_here) return 'storeSuspended';
  if (!facts.offered_here) return 'serviceNotOffered';
  return null;
}

function voucherOf({ cipher }: Club, facts: VoucherFacts): ClubLookup['voucher'] {
  const reason = reasonOf(facts);
  const againAt = reason === 'dailyLimit' ? worksAgainAt(facts) : null;
  return {
    service: facts.kind,
    title: facts.title,
    memberName: openOrNull(cipher, 'members.name_sealed', {
      id: facts.member_id,
      envelope: facts.member_name_sealed,
    }),
    plate: openOrNull(cipher, 'vouchers.plate_sealed', { id: facts.id, envelope: facts.plate_sealed }),
    terms: facts.terms,
    usesTotal: facts.uses_total,
    usesLeft: facts.uses_left,
    saleAmountRequired: facts.by_amount,
    discount: facts.discount_text,
    discountPercent: facts.discount_percent,
    amountCapFen: facts.amount_cap_fen,
    amountLeftFen: facts.amount_left_fen,
    validUntil: toInstant(facts.valid_until),
    redeemable: reason === null,
    reason,
    worksAgainAt: againAt && toInstant(againAt),
    recentUse: recentUse(facts),
    usedAt: facts.used_up ? ownUse(facts) : null,
  };
}

function scanTokenOf(
  club: Club,
  looked: { counter: CounterActor; storeId: string | null; presented: Presented; facts: VoucherFacts },
): string {
  return writeScanToken(club.scanKey, {
    v: looked.facts.id,
    n: looked.facts.version,
    c: looked.counter.clerkId,
    s: looked.storeId,
    p: looked.presented.presentationId,
    e: looked.facts.now.getTime() + SCAN_SECONDS * 1000,
  });
}

/** Where the clerk stands, in the words of a sign over a door. */
async function placeOf({ pool }: Club, merchantId: string, storeId: string | null): Promise<string> {
  const { rows } = await pool.query<{ merchant: string; store: string | null }>(
    `select mer.name as merchant, s.name as store from merchants mer left join stores s on s.id = $2 and s.merchant_id = mer.id where mer.id = $1`,
    [merchantId, storeId],
  );
  return [rows[0]?.merchant, rows[0]?.store].filter(Boolean).join('·');
}

/**
 * What the clerk sees before confirming. Changes nothing about the voucher; only wrong guesses are counted. Without a store the token is good for the
 * clerk's only store, or for whichever of several is named at the confirmation.
 */
export async function lookUp(
  club: Club,
  actor: Actor,
  wanted: z.infer<typeof clubLookupRequest>,
): Promise<ClubLookup> {
  const counter = await readCounterActor(club, actor);
  if (wanted.storeId !== undefined) assertOwnStore(counter, wanted.storeId);
  const onlyStore = counter.storeIds.length === 1 ? (counter.storeIds[0] ?? null) : null;
  const storeId = wanted.storeId ?? onlyStore;
  const presented = await resolvePresented(club, counter, wanted.code);
  const facts = await readVoucherFacts(club, { ...presented, merchantId: counter.merchantId, storeId });
  if (!facts) throw voucherNotFound();
  const voucher = voucherOf(club, facts);
  return {
    voucher,
    looked: { memberId: facts.member_id, place: await placeOf(club, counter.merchantId, storeId) },
    scanToken: voucher.redeemable ? scanTokenOf(club, { counter, storeId, presented, facts }) : null,
  };
}
