import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { invalidInput, Problem } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { ClubRedemption, clubRedemptionRequest } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';
import { assertOwnStore, readCounterActor } from './counter-actor';
import { storeNotFound, voucherNotFound } from './counter-problems';
import { DAY_LIMIT_KEY } from './day-places';
import { resolvePresented } from './presented-code';
import { redemptionStatement } from './redemption-statement';
import { fateAtConfirmation, redemptionView, type RedemptionRow } from './redemption-view';
import { refusal, type Attempt } from './refusals';
import { readScanToken } from './scan-token';
import { readVoucherFacts, type VoucherFacts } from './voucher-facts';

type Wanted = z.infer<typeof clubRedemptionRequest>;
type Redeemed = RedemptionRow & { is_owner: boolean };

interface Aimed extends Attempt {
  voucherId: string;
  presentationId: string | null;
}

interface Confirmation {
  clerkId: string;
  merchantId: string;
  actor: Actor;
  wanted: Wanted;
  request: WriteRequest;
}

function common(wanted: Wanted): Pick<Attempt, 'expectedUsesLeft' | 'saleAmountFen'> {
  return { expectedUsesLeft: wanted.expectedUsesLeft ?? null, saleAmountFen: wanted.saleAmountFen ?? null };
}

/** No look at the database: the signature says what was looked at, by whom and for which store. */
function aimByScan(club: Club, { wanted, clerkId }: Confirmation, token: string): Aimed {
  const scan = readScanToken(club.scanKey, token);
  if (!scan || scan.c !== clerkId) throw voucherNotFound();
  if (scan.s !== null && scan.s !== wanted.storeId) {
    throw new Problem(409, 'SCAN_TOKEN_OTHER_STORE', '扫码后换了门店，请重新扫码');
  }
  return {
    ...common(wanted),
    voucherId: scan.v,
    presentationId: scan.p,
    version: scan.n,
    scanUntil: new Date(scan.e),
    checkPresentation: false,
  };
}

async function aimByCode(club: Club, confirmation: Confirmation, code: string): Promise<Aimed> {
  const counter = await readCounterActor(club, confirmation.actor);
  assertOwnStore(counter, confirmation.wanted.storeId);
  const presented = await resolvePresented(club, counter, code);
  return {
    ...common(confirmation.wanted),
    ...presented,
    version: null,
    scanUntil: null,
    checkPresentation: true,
  };
}

function answerOf(club: Club, row: Redeemed): ClubRedemption {
  return redemptionView(club, row, fateAtConfirmation(row, row.is_owner));
}

/** The redemption this request made before, as it was answered then. */
async function earlierRedemption(
  club: Club,
  { clerkId, request }: Confirmation,
): Promise<ClubRedemption | undefined> {
  const { rows } = await club.pool.query<Redeemed & { input_hash: Buffer }>({
    name: 'club-redemption-replay',
    text: `select r.id, r.voucher_id, r.use_no, r.uses_left_after, sv.kind, v.title, r.store_id, s.name as store_name, r.clerk_id,
        c.name_sealed as clerk_name_sealed, c.role = 'owner' as is_owner, m.id as member_id, m.name_sealed as member_name_sealed, r.at,
        r.sale_amount_fen, r.discount_fen, r.customer_pays_fen, r.settlement_fen, r.input_hash
      from redemptions r join vouchers v on v.id = r.voucher_id join services sv on sv.id = r.service_id join stores s on s.id = r.store_id
      join clerks c on c.id = r.clerk_id join members m on m.id = r.member_id
      where r.clerk_id = $1 and r.request_id = $2`,
    values: [clerkId, request.id],
  });
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return answerOf(club, rows[0]);
}

async function takeUse(club: Club, confirmation: Confirmation, aimed: Aimed): Promise<Redeemed | undefined> {
  const { wanted, request, clerkId, merchantId } = confirmation;
  const taking = club.pool.query<Redeemed>({
    ...redemptionStatement,
    values: [
      aimed.voucherId,
      clerkId,
      merchantId,
      wanted.storeId,
      aimed.expectedUsesLeft,
      aimed.version,
      aimed.scanUntil,
      aimed.presentationId,
      aimed.checkPresentation,
      aimed.saleAmountFen,
      request.id,
      request.inputHash,
      uuidv7(),
      uuidv7(),
      uuidv7(),
    ],
  });
  // A copy of this request was faster: nothing was written here, and its row says the rest.
  const taken = await taking.catch((error: unknown) => {
    const key = brokenUniqueKey(error);
    if (key === 'redemptions_request') return { rows: [] };
    if (key === DAY_LIMIT_KEY) return undefined;
    throw error;
  });
  // Another use took the place of the day that this one saw free: it looks again, and by now sees that use. So often is a day's number at most.
  return taken ? taken.rows[0] : takeUse(club, confirmation, aimed);
}

/** Nothing happened: what the database says about the voucher, the counter and this very request now. */
function factsAfter(club: Club, confirmation: Confirmation, aimed: Aimed): Promise<VoucherFacts | undefined> {
  const { wanted, clerkId, merchantId, request } = confirmation;
  return readVoucherFacts(club, {
    voucherId: aimed.voucherId,
    presentationId: aimed.presentationId,
    merchantId,
    storeId: wanted.storeId,
    asked: { clerkId, requestId: request.id },
  });
}

async function aim(club: Club, confirmation: Confirmation): Promise<Aimed> {
  const { scanToken, code } = confirmation.wanted;
  if (scanToken !== undefined) return aimByScan(club, confirmation, scanToken);
  return aimByCode(club, confirmation, code ?? '');
}

function confirmationOf(
  club: Club,
  actor: Actor,
  { key, wanted }: { key: string; wanted: Wanted },
): Confirmation {
  const { clerkId, merchantId } = actor;
  if (clerkId === undefined || merchantId === undefined) throw storeNotFound();
  if ((wanted.scanToken === undefined) === (wanted.code === undefined)) {
    throw invalidInput([{ path: 'code', code: 'ONE_OF', message: '请扫码，或输入客人的数字' }]);
  }
  return {
    actor,
    clerkId,
    merchantId,
    wanted,
    request: writeRequest(club, `redemption:${clerkId}`, { key, input: wanted }),
  };
}

/**
 * Confirms one use, exactly once, whatever is retried, doubled, crashed or lost. The order of answers is part of the interface: what this request did
 * before, then the signature, then what became of the voucher.
 */
export async function redeem(
  club: Club,
  actor: Actor,
  input: { key: string; wanted: Wanted },
): Promise<{ body: ClubRedemption; replayed: boolean }> {
  const { wanted } = input;
  const confirmation = confirmationOf(club, actor, input);
  const replay = async () => {
    const earlier = await earlierRedemption(club, confirmation);
    return earlier && { body: earlier, replayed: true };
  };
  // A code given directly is resolved by the database, and a wrong one counts: so a repeat is recognised first.
  const known = wanted.code === undefined ? undefined : await replay();
  if (known) return known;
  const aimed = await aim(club, confirmation).catch(async (error: unknown) => {
    const earlier = await replay();
    if (earlier) return earlier;
    throw error;
  });
  if ('replayed' in aimed) return aimed;
  const taken = await takeUse(club, confirmation, aimed);
  if (taken) return { body: answerOf(club, taken), replayed: false };
  const facts = await factsAfter(club, confirmation, aimed);
  const earlier = !facts || facts.known_request ? await replay() : undefined;
  if (earlier) return earlier;
  if (!facts?.acts_here) assertOwnStore(await readCounterActor(club, actor), wanted.storeId);
  throw refusal(facts, aimed);
}
