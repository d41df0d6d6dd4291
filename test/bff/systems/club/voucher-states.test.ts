import { readFileSync } from 'node:fs';
import path from 'node:path';
import { storedVoucherMoves, voucherMoves } from '../../../../bff/systems/club/benefits/voucher-states';
import { startClub, type ClubUnderTest } from './start-club';

let club: ClubUnderTest;
beforeAll(async () => {
  club = await startClub();
}, 60_000);
afterAll(() => club.stop());

const stored = ['active', 'reserved', 'revoked', 'transferred'];
const pairs = stored.flatMap((from) => stored.filter((to) => to !== from).map((to) => [from, to] as const));

/** Puts a voucher into a state the way a test may, then tries the move, and leaves everything as it was. */
async function moves(from: string, to: string): Promise<boolean> {
  const client = await club.pool.connect();
  try {
    await client.query('begin');
    await client.query('alter table vouchers disable trigger moves');
    await client.query('update vouchers set state = $1', [from]);
    await client.query('alter table vouchers enable trigger moves');
    await client.query('update vouchers set state = $1', [to]);
    return true;
  } catch (error) {
    expect(String(error)).toContain(`does not go from ${from} to ${to}`);
    return false;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the life of a voucher', () => {
  it.each(pairs)('in the database goes from %s to %s only if it is written down', async (from, to) => {
    expect(await moves(from, to)).toBe(storedVoucherMoves.includes(`${from}>${to}`));
  });

  it('is drawn in docs/club.md as it is written down', () => {
    const drawn = readFileSync(path.resolve(__dirname, '../../../../docs/club.md'), 'utf8');
    for (const { from, to } of voucherMoves) expect(drawn).toMatch(new RegExp(`${from} --> ${to}\\b`));
    const arrows =
      drawn
        .split('stateDiagram-v2')[1]
        ?.split('```')[0]
        ?.match(/\w+ --> \w+/g) ?? [];
    const written = voucherMoves.map(({ from, to }) => `${from} --> ${to}`);
    expect(arrows.filter((arrow) => !written.includes(arrow))).toEqual([]);
  });
});
