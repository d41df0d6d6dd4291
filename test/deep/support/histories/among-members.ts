import {
  clubTransferAcceptance,
  clubTransferAnswer,
  mallOrderAnswer,
} from '../../../../bff/upstream/club/contract';
import { newKey, parse } from '../../../bff/systems/club/start-club';
import {
  isWhole,
  kinds,
  outcomeOf,
  stateOf,
  type ModelVoucher,
  type Person,
  type Shelf,
  type World,
} from './world';

const fresh = (id: string, owner: Person, kind: Shelf): ModelVoucher => ({
  id,
  owner,
  kind,
  usesLeft: kinds[kind].uses,
  amountLeftFen: kinds[kind].amountFen,
  ended: null,
  orderId: null,
  offer: null,
});

export async function exchange(world: World, who: Person, kind: Shelf): Promise<void> {
  const body = { itemId: world.ids.items[kind], quantity: 1 };
  const reply = await world.club.send('POST', '/mall/orders', { as: world.as[who], key: newKey(), body });
  const { price } = kinds[kind];
  const affordable = world.balance[who] >= price ? 'done' : 'POINTS_NOT_ENOUGH';
  expect(outcomeOf(reply)).toBe(world.stock[kind] === 0 ? 'OUT_OF_STOCK' : affordable);
  world.note('exchange', outcomeOf(reply));
  if (reply.status !== 201) return;
  const { order, vouchers, balanceAfter } = parse(reply, mallOrderAnswer);
  world.balance[who] -= price;
  world.stock[kind] -= 1;
  expect(balanceAfter).toBe(world.balance[who]);
  world.vouchers.push({ ...fresh(vouchers[0]?.id ?? '', who, kind), orderId: order.id });
}

function expectedCancellation(voucher: ModelVoucher): string {
  if (voucher.orderId === null) return 'NOT_FOUND';
  if (voucher.ended === 'revoked') return 'EXCHANGE_CANCELLED';
  return isWhole(voucher) ? 'done' : 'EXCHANGE_NOT_CANCELLABLE';
}

export async function cancel(world: World, voucher: ModelVoucher): Promise<void> {
  const path = `/mall/orders/${voucher.orderId ?? 'none'}/cancellation`;
  const reply = await world.club.send('POST', path, { as: world.as[voucher.owner], key: newKey() });
  expect(outcomeOf(reply)).toBe(expectedCancellation(voucher));
  world.note('cancel', outcomeOf(reply));
  if (reply.status !== 201) return;
  voucher.ended = 'revoked';
  world.balance[voucher.owner] += kinds[voucher.kind].price;
  world.stock[voucher.kind] += 1;
}

function expectedOffer(voucher: ModelVoucher): string {
  if (stateOf(voucher) !== 'active') return 'VOUCHER_NOT_USABLE';
  if (voucher.orderId === null) return 'TRANSFER_ONCE_ONLY';
  if (!isWhole(voucher)) return 'VOUCHER_PARTLY_USED';
  return voucher.offer ? 'TRANSFER_PENDING' : 'done';
}

export async function offer(world: World, voucher: ModelVoucher): Promise<void> {
  const path = `/vouchers/${voucher.id}/transfers`;
  const reply = await world.club.send('POST', path, { as: world.as[voucher.owner], key: newKey(), body: {} });
  expect(outcomeOf(reply)).toBe(expectedOffer(voucher));
  world.note('offer', outcomeOf(reply));
  if (reply.status !== 201) return;
  const { transfer } = parse(reply, clubTransferAnswer);
  voucher.offer = { id: transfer.id, token: transfer.token ?? '' };
}

export async function accept(world: World, voucher: ModelVoucher, who: Person): Promise<void> {
  if (!voucher.offer) return;
  const body = { token: voucher.offer.token };
  const path = '/transfers/acceptance';
  const reply = await world.club.send('POST', path, { as: world.as[who], key: newKey(), body });
  const whole = isWhole(voucher) ? 'done' : 'TRANSFER_ENDED';
  expect(outcomeOf(reply)).toBe(voucher.owner === who ? 'TRANSFER_OWN' : whole);
  world.note('accept', outcomeOf(reply));
  if (reply.status !== 201) return;
  voucher.ended = 'transferred';
  voucher.offer = null;
  world.vouchers.push(fresh(parse(reply, clubTransferAcceptance).voucher.id, who, voucher.kind));
}

export async function takeBack(world: World, voucher: ModelVoucher): Promise<void> {
  if (!voucher.offer) return;
  const path = `/transfers/${voucher.offer.id}`;
  const reply = await world.club.send('DELETE', path, { as: world.as[voucher.owner] });
  expect(reply.status).toBe(204);
  world.note('takeBack', 'done');
  voucher.offer = null;
}
