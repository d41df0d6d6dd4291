import { writeScanToken } from '../../../../bff/systems/club/counter/scan-token';
import { clubRedemptionAnswer, voucherReportAnswer } from '../../../../bff/upstream/club/contract';
import { newKey, parse } from '../../../bff/systems/club/start-club';
import {
  CAP_FEN,
  kinds,
  outcomeOf,
  PERCENT_OFF,
  stateOf,
  type ModelUse,
  type ModelVoucher,
  type World,
} from './world';

const MOST_REMEDIES = 3;

function expectedUse(voucher: ModelVoucher): string {
  if (voucher.ended === null && stateOf(voucher) === 'active') return 'done';
  if (stateOf(voucher) === 'redeemed') return 'VOUCHER_ALREADY_REDEEMED';
  return voucher.ended === 'revoked' ? 'VOUCHER_REVOKED' : 'VOUCHER_TRANSFERRED';
}

const tokenFor = (world: World, voucherId: string) =>
  writeScanToken(world.club.deps.deriveKey('scan-token'), {
    v: voucherId,
    n: 1,
    c: world.as.clerk.clerkId ?? '',
    s: world.ids.store,
    p: newKey(),
    e: Date.now() + 600_000,
  });

function useOf(voucher: ModelVoucher, saleAmountFen: number): ModelUse {
  const { amountLeftFen, kind } = voucher;
  const discountFen =
    amountLeftFen === null
      ? null
      : Math.min(Math.floor((saleAmountFen * PERCENT_OFF) / 100), CAP_FEN, amountLeftFen);
  const settlementFen = discountFen ?? kinds[kind].settlementFen ?? 0;
  return { id: '', voucher, discountFen, settlementFen, undone: false, reported: false };
}

/** One use on purpose: the clerk says how many are left, so ten minutes need not pass. */
export async function redeem(world: World, voucher: ModelVoucher, saleAmountFen: number): Promise<void> {
  const use = useOf(voucher, saleAmountFen);
  const reply = await world.club.send('POST', '/merchant/redemptions', {
    as: world.as.clerk,
    key: newKey(),
    body: {
      scanToken: tokenFor(world, voucher.id),
      storeId: world.ids.store,
      expectedUsesLeft: Math.max(1, voucher.usesLeft),
      ...(voucher.kind === 'fuel' ? { saleAmountFen } : {}),
    },
  });
  expect(outcomeOf(reply)).toBe(expectedUse(voucher));
  world.note('redeem', outcomeOf(reply));
  if (reply.status !== 201) return;
  const { redemption } = parse(reply, clubRedemptionAnswer);
  expect(redemption).toMatchObject({ discountFen: use.discountFen, settlementFen: use.settlementFen });
  voucher.usesLeft -= 1;
  if (voucher.amountLeftFen !== null) voucher.amountLeftFen -= use.discountFen ?? 0;
  world.uses.push({ ...use, id: redemption.id });
  world.lines.push({
    kind: 'redemption',
    amountFen: use.settlementFen,
    useId: redemption.id,
    lineId: null,
    statement: null,
  });
}

function giveBackUse(world: World, use: ModelUse): void {
  const { voucher } = use;
  use.undone = true;
  voucher.usesLeft += 1;
  if (voucher.amountLeftFen !== null) voucher.amountLeftFen += use.discountFen ?? 0;
  world.lines.push({
    kind: 'reversal',
    amountFen: -use.settlementFen,
    useId: use.id,
    lineId: null,
    statement: null,
  });
}

const isLocked = (world: World, use: ModelUse) =>
  world.lines.some(({ kind, useId, statement }) => kind === 'redemption' && useId === use.id && statement);

export async function undo(world: World, use: ModelUse, by: 'clerk' | 'owner'): Promise<void> {
  const reply = await world.club.send('POST', `/merchant/redemptions/${use.id}/reversal`, {
    as: world.as[by],
    key: newKey(),
    body: { reason: '扫错了券' },
  });
  const open = isLocked(world, use) ? 'SETTLEMENT_LOCKED' : 'done';
  expect(outcomeOf(reply)).toBe(use.undone ? 'ALREADY_REVERSED' : open);
  world.note('undo', outcomeOf(reply));
  if (reply.status === 201) giveBackUse(world, use);
}

/** 门店没给用: three times the use comes back at once, also from a closed statement; then a person looks first. */
export async function reportRefusal(world: World, use: ModelUse): Promise<void> {
  const { owner, id } = use.voucher;
  const reply = await world.club.send('POST', `/vouchers/${id}/reports`, {
    as: world.as[owner],
    key: newKey(),
    body: { kind: 'refusedByStore', redemptionId: use.id },
  });
  expect(reply.status).toBe(201);
  if (use.reported) return;
  use.reported = true;
  const restored = !use.undone && world.remedies[owner] < MOST_REMEDIES;
  const { remedy } = parse(reply, voucherReportAnswer).report;
  expect(remedy).toBe(restored ? 'restored' : 'none');
  world.note('report', `${remedy}${restored && isLocked(world, use) ? ' from a closed statement' : ''}`);
  if (!restored) return;
  world.remedies[owner] += 1;
  giveBackUse(world, use);
}
