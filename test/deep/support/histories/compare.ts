import { clubPoints, clubVoucherList, settlementList } from '../../../../bff/upstream/club/contract';
import { stateOf, type ModelLine, type Person, type World } from './world';

const summed = (lines: readonly ModelLine[]) => ({
  totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
  lineCount: lines.length,
  redemptionCount: lines.filter(({ kind }) => kind === 'redemption').length,
});

/** To the fen: what is open, every statement, and all of them together against the uses that stand. */
async function compareBooks(world: World): Promise<void> {
  const { items } = await world.club.read('/merchant/settlements?limit=100', world.as.owner, settlementList);
  const { lines, statements } = world;
  const expected = [
    { state: 'open', openDisputes: 0, ...summed(lines.filter(({ statement }) => statement === null)) },
    ...[...statements].reverse().map((statement) => {
      const own = lines.filter((line) => line.statement === statement);
      const openDisputes = world.disputes.filter(
        ({ open, line }) => open && line.statement === statement,
      ).length;
      return { id: statement.id, state: statement.state, openDisputes, ...summed(own) };
    }),
  ];
  expect(items).toMatchObject(expected);
  expect(items).toHaveLength(expected.length);
  const worth = world.uses.filter(({ undone }) => !undone).reduce((sum, use) => sum + use.settlementFen, 0);
  const corrections = summed(lines.filter(({ kind }) => kind === 'adjustment')).totalFen;
  expect(items.reduce((sum, { totalFen }) => sum + totalFen, 0)).toBe(worth + corrections);
}

async function compareBelongings(world: World, who: Person): Promise<void> {
  const { balance } = await world.club.read('/points', world.as[who], clubPoints);
  expect(balance).toBe(world.balance[who]);
  const { items } = await world.club.read('/vouchers?limit=100', world.as[who], clubVoucherList);
  const seen = items.map(({ id, state, usesLeft, amountLeftFen }) => [id, state, usesLeft, amountLeftFen]);
  const own = world.vouchers.filter(({ owner }) => owner === who);
  const expected = own.map((voucher) => {
    const { id, usesLeft, amountLeftFen } = voucher;
    return [id, stateOf(voucher), usesLeft, amountLeftFen];
  });
  expect(seen.sort()).toEqual(expected.sort());
}

export async function compare(world: World): Promise<void> {
  await compareBooks(world);
  await compareBelongings(world, 'giver');
  await compareBelongings(world, 'friend');
}
