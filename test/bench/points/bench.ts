import { randomUUID } from 'node:crypto';
import { exchangePoints } from '../../../bff/systems/club/mall/exchange-points';
import type { Bench } from '../support/definition';
import type { Arena } from '../support/club/arena';
import { measureAtSizes } from '../support/club/at-sizes';
import { throughBothDoors } from '../support/club/member-ways';
import { benchMember } from '../support/club/members';
import { clubInProcess, recorded } from '../support/club/record';
import { scriptFrom, throughPgbench } from '../support/club/script';
import type { Way } from '../support/club/way';
import { addSavers, ITEM } from './savers';

/** What the club asks for one exchange; pgbench asks the same for all the others. */
async function exchangeScript({ url, keys }: Arena, number: number): Promise<string> {
  const { club, close } = clubInProcess(url, keys);
  const id = String(number);
  try {
    const exchange = {
      memberId: benchMember(number),
      key: randomUUID(),
      wanted: { itemId: ITEM, quantity: 1 },
    };
    const asked = await recorded(club.pool, () => exchangePoints(club, exchange));
    return scriptFrom(
      asked,
      new Map([
        [exchange.memberId, `('bq_' || :n)`],
        [`ba_${id}`, `('ba_' || :n)`],
        [`bl_${id}`, `('bl_' || :n)`],
      ]),
    );
  } finally {
    await close();
  }
}

async function prepare(arena: Arena, units: number): Promise<Way[]> {
  // One more, whose exchange is looked at.
  await addSavers(arena.pool, units + 1);
  const exchange = () => ({ path: '/mall/orders', body: { itemId: ITEM, quantity: 1 } });
  return [
    throughPgbench(arena.url, await exchangeScript(arena, units)),
    ...throughBothDoors(arena, { club: exchange, server: exchange }),
  ];
}

export const bench: Bench = {
  about:
    'points for a voucher, all of one item: the club, and BFF and club together, beside pgbench running the same statements',
  run: (context) =>
    measureAtSizes({ unit: 'an exchange', turns: { aRound: 300, warmUp: 400 }, ways: 3, prepare }, context),
};
