import type * as z from 'zod/mini';
import { invalidInput } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { ClubQuote, clubQuoteRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readCounterActor } from './counter-actor';
import { presentationExpired, voucherNotFound } from './counter-problems';
import { quoteOf } from './sale';
import { readScanToken } from './scan-token';
import { readVoucherFacts } from './voucher-facts';

/**
 * What the customer would pay, shown to both before anything is confirmed; changes nothing.
 * @throws Problem 404 VOUCHER_NOT_FOUND, 409 PRESENTATION_EXPIRED, 422
 */
export async function quote(
  club: Club,
  actor: Actor,
  { scanToken, saleAmountFen }: z.infer<typeof clubQuoteRequest>,
): Promise<ClubQuote> {
  const counter = await readCounterActor(club, actor);
  const scan = readScanToken(club.scanKey, scanToken);
  if (!scan || scan.c !== counter.clerkId) throw voucherNotFound();
  const facts = await readVoucherFacts(club, {
    voucherId: scan.v,
    merchantId: counter.merchantId,
    storeId: scan.s,
    presentationId: null,
  });
  if (!facts) throw voucherNotFound();
  if (scan.e <= facts.now.getTime()) throw presentationExpired();
  const { discount_percent: percent, amount_cap_fen: capFen, amount_left_fen: leftFen } = facts;
  if (percent === null || capFen === null || leftFen === null) {
    const message = '这张券不需要填写消费金额';
    throw invalidInput([{ path: 'saleAmountFen', code: 'SALE_AMOUNT_NOT_EXPECTED', message }]);
  }
  return quoteOf({ saleAmountFen, percent, capFen, leftFen });
}
