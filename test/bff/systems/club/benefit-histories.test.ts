import * as fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { inTransaction } from '../../../../bff/database/transaction';
import { earnPoints } from '../../../../bff/systems/club/points/earn-points';
import { elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import type { Actor } from '../../../../bff/http/service-token';
import {
  clubPoints,
  clubTransferAcceptance,
  clubTransferAnswer,
  clubVoucherDetail,
  mallOrderAnswer,
} from '../../../../bff/upstream/club/contract';
import { actors } from './actors';
import { counterSteps } from './counter-steps';
import { codeOf, newKey, parse, startClub, type ClubUnderTest, type Reply } from './start-club';

/** A simple model of points and vouchers beside the club: random histories must end the same in both, and every refusal be foreseen. */
const HISTORIES = 100;
const COMMANDS_EACH = 11;
const PRICE = 50;

type Person = 'giver' | 'friend';
interface ModelVoucher {
  id: string;
  owner: Person;
  state: 'active' | 'redeemed' | 'revoked' | 'transferred';
  orderId: string | null;
  code: string;
  /** An offer that was neither accepted nor taken back. */
  offer: { id: string; token: string } | null;
}
interface Model {
  itemId: string;
  stock: number;
  balance: Record<Person, number>;
  vouchers: ModelVoucher[];
  run: number;
}

const asActor: Record<Person, Actor> = { giver: actors.member, friend: actors.elder };
const memberOf: Record<Person, string> = { giver: verifiedMember.memberId, friend: elderMember.memberId };

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());
const counter = counterSteps(() => club);

const outcome = (reply: Reply) => (reply.status < 400 ? 'done' : codeOf(reply));

async function earn(model: Model, who: Person, points: number): Promise<void> {
  await inTransaction(club.pool, (client) =>
    earnPoints(client, {
      memberId: memberOf[who],
      points,
      reason: '模型测试',
      request: { scope: 'history', id: newKey(), inputHash: Buffer.alloc(32) },
      at: new Date(Date.now() - 1000),
      expiresAt: new Date(Date.now() + 86_400_000),
    }),
  );
  model.balance[who] += points;
}

async function codeOfVoucher(id: string, who: Person): Promise<string> {
  return (await club.read(`/vouchers/${id}`, asActor[who], clubVoucherDetail)).code ?? '';
}

async function exchange(model: Model, who: Person): Promise<void> {
  const body = { itemId: model.itemId, quantity: 1 };
  const reply = await club.send('POST', '/mall/orders', { as: asActor[who], key: newKey(), body });
  const rich = model.balance[who] >= PRICE;
  expect(outcome(reply)).toBe(model.stock === 0 ? 'OUT_OF_STOCK' : rich ? 'done' : 'POINTS_NOT_ENOUGH');
  if (reply.status !== 201) return;
  const { order, vouchers } = parse(reply, mallOrderAnswer);
  const id = vouchers[0]?.id ?? '';
  const code = await codeOfVoucher(id, who);
  model.balance[who] -= PRICE;
  model.stock -= 1;
  model.vouchers.push({ id, owner: who, state: 'active', orderId: order.id, code, offer: null });
}

async function cancel(model: Model, voucher: ModelVoucher): Promise<void> {
  const path = `/mall/orders/${voucher.orderId ?? 'none'}/cancellation`;
  const reply = await club.send('POST', path, { as: asActor[voucher.owner], key: newKey() });
  const expected =
    voucher.orderId === null
      ? 'NOT_FOUND'
      : { active: 'done', revoked: 'EXCHANGE_CANCELLED' }[voucher.state as string];
  expect(outcome(reply)).toBe(expected ?? 'EXCHANGE_NOT_CANCELLABLE');
  if (reply.status !== 201) return;
  voucher.state = 'revoked';
  model.balance[voucher.owner] += PRICE;
  model.stock += 1;
}

async function offer(_model: Model, voucher: ModelVoucher): Promise<void> {
  const path = `/vouchers/${voucher.id}/transfers`;
  const reply = await club.send('POST', path, { as: asActor[voucher.owner], key: newKey(), body: {} });
  const whole = voucher.state === 'active';
  const received = voucher.orderId === null;
  const usable = received ? 'TRANSFER_ONCE_ONLY' : voucher.offer ? 'TRANSFER_PENDING' : 'done';
  expect(outcome(reply)).toBe(whole ? usable : 'VOUCHER_NOT_USABLE');
  if (reply.status !== 201) return;
  const { transfer } = parse(reply, clubTransferAnswer);
  voucher.offer = { id: transfer.id, token: transfer.token ?? '' };
}

async function accept(model: Model, voucher: ModelVoucher, who: Person): Promise<void> {
  if (!voucher.offer) return;
  const body = { token: voucher.offer.token };
  const reply = await club.send('POST', '/transfers/acceptance', { as: asActor[who], key: newKey(), body });
  const own = voucher.owner === who;
  expect(outcome(reply)).toBe(own ? 'TRANSFER_OWN' : voucher.state === 'active' ? 'done' : 'TRANSFER_ENDED');
  if (reply.status !== 201) return;
  const { id } = parse(reply, clubTransferAcceptance).voucher;
  voucher.state = 'transferred';
  voucher.offer = null;
  model.vouchers.push({
    id,
    owner: who,
    state: 'active',
    orderId: null,
    code: await codeOfVoucher(id, who),
    offer: null,
  });
}

async function takeBack(_model: Model, voucher: ModelVoucher): Promise<void> {
  if (!voucher.offer) return;
  const reply = await club.send('DELETE', `/transfers/${voucher.offer.id}`, { as: asActor[voucher.owner] });
  expect(reply.status).toBe(204);
  voucher.offer = null;
}

async function redeem(_model: Model, voucher: ModelVoucher): Promise<void> {
  const reply = await counter.confirm({ code: voucher.code });
  if (voucher.state === 'active') expect(outcome(reply)).toBe('done');
  else expect(reply.status).toBe(409);
  if (reply.status === 201) voucher.state = 'redeemed';
}

interface Command {
  kind: 'earn' | 'exchange' | 'cancel' | 'offer' | 'accept' | 'takeBack' | 'redeem';
  who: Person;
  pick: number;
}

const command: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom(
    'earn',
    'exchange',
    'exchange',
    'exchange',
    'cancel',
    'offer',
    'offer',
    'accept',
    'accept',
    'takeBack',
    'redeem',
  ),
  who: fc.constantFrom('giver', 'friend'),
  pick: fc.nat(20),
});

async function obey(model: Model, { kind, who, pick }: Command): Promise<void> {
  if (kind === 'earn') return earn(model, who, 1 + pick * 5);
  const voucher = model.vouchers[pick % Math.max(1, model.vouchers.length)];
  if (kind === 'exchange' || !voucher) return exchange(model, who);
  if (kind === 'accept') return accept(model, voucher, who);
  return { cancel, offer, takeBack, redeem }[kind](model, voucher);
}

async function newModel(run: number): Promise<Model> {
  const itemId = uuidv7();
  const stock = 1 + (run % 4);
  await club.pool.query(
    `insert into mall_items (id, branch_id, service_id, title, description, price_points, stocked, stock, validity_days, position)
     values ($1, 'br_sd_jinan', 'svc_wash', '普通洗车', '', $2, $3, $3, 90, 99)`,
    [itemId, PRICE, stock],
  );
  const balanceOf = async (who: Person) => (await club.read('/points', asActor[who], clubPoints)).balance;
  const balance = { giver: await balanceOf('giver'), friend: await balanceOf('friend') };
  return { itemId, stock, balance, vouchers: [], run };
}

async function assertSame(model: Model): Promise<void> {
  for (const who of ['giver', 'friend'] as const) {
    const { balance } = await club.read('/points', asActor[who], clubPoints);
    expect(balance).toBe(model.balance[who]);
  }
  for (const { id, owner, state } of model.vouchers) {
    expect((await club.read(`/vouchers/${id}`, asActor[owner], clubVoucherDetail)).state).toBe(state);
  }
}

describe('random histories of points and vouchers', () => {
  it('end in the club as in a simple model, and every refusal is foreseen', async () => {
    let run = 0;
    const history = fc.array(command, { minLength: COMMANDS_EACH, maxLength: COMMANDS_EACH + 4 });
    await fc.assert(
      fc.asyncProperty(history, async (commands) => {
        const model = await newModel((run += 1));
        for (const one of commands) await obey(model, one);
        await assertSame(model);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
    expect(run).toBeGreaterThanOrEqual(HISTORIES);
  }, 240_000);
});
