import * as fc from 'fast-check';
import { processVariables } from '../../bff/config';
import { startClub, type ClubUnderTest } from '../bff/systems/club/start-club';
import { liftDayLimits } from '../support/day-limits';
import { accept, cancel, exchange, offer, takeBack } from './support/histories/among-members';
import { redeem, reportRefusal, undo } from './support/histories/at-the-counter';
import { compare } from './support/histories/compare';
import { adjust, answer, close, confirm, dispute, pay } from './support/histories/in-the-books';
import {
  earn,
  newWorld,
  pickOf,
  type ModelStatement,
  type ModelVoucher,
  type World,
} from './support/histories/world';

/**
 * A simple model of vouchers, points and settlement beside the club: random histories must end the same in both, and every refusal be foreseen. Each history has its
 * own people and its own shop, so several are played at once.
 */
const HISTORIES = Number(processVariables().HISTORIES ?? 1_000);
const LANES = 4;

/** As often as they stand here. */
const moves = [
  ...['exchange', 'exchange', 'exchange', 'redeem', 'redeem', 'redeem', 'redeem', 'redeem'],
  ...['undo', 'undo', 'report', 'close', 'close', 'close', 'offer', 'offer', 'accept', 'takeBack', 'cancel'],
  ...['dispute', 'answer', 'answer', 'confirm', 'confirm', 'pay', 'pay', 'adjust', 'earn', 'earnExpired'],
  ...['give', 'give', 'settle', 'settle', 'object', 'object', 'answer'],
] as const;

interface Command {
  move: (typeof moves)[number];
  friend: boolean;
  pick: number;
  amountFen: number;
}

const command: fc.Arbitrary<Command> = fc.record({
  move: fc.constantFrom(...moves),
  friend: fc.boolean(),
  pick: fc.nat(30),
  amountFen: fc.integer({ min: 1_000, max: 60_000 }),
});

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
  // The model counts uses, not days: a history is played within one.
  await liftDayLimits(club.pool);
}, 60_000);
afterAll(() => club.stop());

/** Links are opened while they stand, and money is paid where somebody agreed: otherwise the rare things would hardly ever happen. */
const aim = ({ vouchers }: World, move: Command['move']): ModelVoucher[] =>
  move === 'accept' || move === 'takeBack' ? vouchers.filter(({ offer: link }) => link) : vouchers;

function statementFor({ statements }: World, { move, pick }: Command): ModelStatement | undefined {
  const agreed = statements.filter(({ state }) => state === 'confirmed');
  if (move === 'pay' && pick % 4 > 0 && agreed.length > 0) return pickOf(agreed, pick);
  return pick % 4 > 0 ? statements.at(-1) : pickOf(statements, pick);
}

/** What seldom follows each other by chance: a link that is opened at once, an objection to what was just closed, a statement on its whole way. */
async function give(world: World, voucher: ModelVoucher): Promise<void> {
  await offer(world, voucher);
  await accept(world, voucher, voucher.owner === 'giver' ? 'friend' : 'giver');
}

async function object(world: World, pick: number): Promise<void> {
  await close(world);
  const statement = world.statements.at(-1);
  if (statement) await dispute(world, statement, pick);
}

async function settle(world: World, invoice: boolean): Promise<void> {
  await close(world);
  const statement = world.statements.at(-1);
  if (!statement) return;
  await confirm(world, statement, invoice);
  await pay(world, statement);
}

/** What needs a voucher that is not there yet begins with one. */
async function obeyMember(world: World, { move, friend, pick, amountFen }: Command): Promise<boolean> {
  const who = friend ? 'friend' : 'giver';
  if (move === 'earn' || move === 'earnExpired') {
    await earn(world, who, 1 + pick * 10, move === 'earnExpired');
    return true;
  }
  const voucher = pickOf(aim(world, move), pick);
  if (move === 'exchange' || (!voucher && move === 'redeem')) {
    await exchange(world, who, pick % 3 === 0 ? 'fuel' : 'wash');
    return true;
  }
  if (!voucher) return false;
  if (move === 'redeem') await redeem(world, voucher, amountFen);
  else if (move === 'give') await give(world, voucher);
  else if (move === 'offer') await offer(world, voucher);
  else if (move === 'accept') await accept(world, voucher, who);
  else if (move === 'takeBack') await takeBack(world, voucher);
  else if (move === 'cancel') await cancel(world, voucher);
  else return false;
  return true;
}

async function obeyShop(world: World, said: Command): Promise<void> {
  const { move, friend, pick, amountFen } = said;
  const use = pickOf(world.uses, pick);
  const statement = statementFor(world, said);
  const objection = pickOf(world.disputes, pick);
  const corrected = (friend ? -1 : 1) * amountFen;
  if (move === 'close') await close(world);
  else if (move === 'settle') await settle(world, friend);
  else if (move === 'object') await object(world, pick);
  else if (move === 'adjust') await adjust(world, corrected);
  else if (move === 'undo' && use) await undo(world, use, friend ? 'clerk' : 'owner');
  else if (move === 'report' && use) await reportRefusal(world, use);
  else if (move === 'dispute' && statement) await dispute(world, statement, pick);
  else if (move === 'answer' && objection) await answer(world, objection, pick % 2 === 0 ? corrected : null);
  else if (move === 'confirm' && statement) await confirm(world, statement, pick % 3 > 0);
  else if (move === 'pay' && statement) await pay(world, statement);
}

/** Histories that never meet a case would prove nothing about it. */
const mustHaveHappened = [
  'exchange POINTS_NOT_ENOUGH',
  'exchange OUT_OF_STOCK',
  'redeem VOUCHER_ALREADY_REDEEMED',
  'redeem VOUCHER_REVOKED',
  'redeem VOUCHER_TRANSFERRED',
  'undo done',
  'undo ALREADY_REVERSED',
  'undo SETTLEMENT_LOCKED',
  'report restored',
  'report restored from a closed statement',
  'cancel done',
  'cancel EXCHANGE_NOT_CANCELLABLE',
  'accept done',
  'accept TRANSFER_ENDED',
  'offer VOUCHER_PARTLY_USED',
  'close done',
  'dispute done',
  'answer done accepted',
  'answer done refused',
  'confirm SETTLEMENT_DISPUTED',
  'confirm done',
  'pay INVOICE_MISSING',
  'pay done',
];

it(`${String(HISTORIES)} random histories end in the club as in a simple model, to the fen, and every refusal is foreseen`, async () => {
  const happened = new Map<string, number>();
  let played = 0;
  const note: World['note'] = (what, outcome) => {
    const name = `${what} ${outcome}`;
    happened.set(name, (happened.get(name) ?? 0) + 1);
  };
  const history = fc.array(command, { minLength: 6, maxLength: 13 });
  const play = fc.asyncProperty(history, async (commands) => {
    const world = await newWorld(club, { stock: 1 + (commands.length % 4), note });
    for (const one of commands) if (!(await obeyMember(world, one))) await obeyShop(world, one);
    await compare(world);
    played += 1;
  });
  const lane = () =>
    fc.assert(play, { numRuns: Math.ceil(HISTORIES / LANES), endOnFailure: true, unbiased: true });
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(played).toBeGreaterThanOrEqual(HISTORIES);
  expect(mustHaveHappened.filter((name) => !happened.has(name))).toEqual([]);
}, 600_000);
