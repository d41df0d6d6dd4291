import { verifiedMember } from '../../bff/systems/demo-people';
import { findBreaches } from '../../bff/systems/club/invariants';
import { writeScanToken } from '../../bff/systems/club/counter/scan-token';
import { clubGiftList, clubRedemptionAnswer, giftClaim } from '../../bff/upstream/club/contract';
import { actors, stores } from '../bff/systems/club/actors';
import {
  isReplay,
  newKey,
  parse,
  startClub,
  type ClubUnderTest,
  type Reply,
} from '../bff/systems/club/start-club';
import { startDroppingProxy, type DroppingProxy } from './support/dropping-proxy';
import { issueVouchers } from './support/issue-vouchers';

const REDEMPTIONS = 500;
const REVERSALS = 100;
const LANES = 20;

let club: ClubUnderTest;
let proxy: DroppingProxy;

beforeAll(async () => {
  club = await startClub();
  proxy = await startDroppingProxy(club.url);
});
afterAll(async () => {
  await proxy.close();
  await club.stop();
});

interface Write {
  path: string;
  as: (typeof actors)['clerk' | 'member'];
  key: string;
  body?: unknown;
}

/** The answer is cut after the work was done; what the caller sees is a broken connection. */
async function sendInVain({ path, as, key, body }: Write): Promise<void> {
  const sent = fetch(`${proxy.url}/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${club.token(as)}`,
      'idempotency-key': key,
      connection: 'close',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await expect(sent).rejects.toThrow();
}

async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

const sendAgain = ({ path, as, key, body }: Write): Promise<Reply> =>
  club.send('POST', path, { as, key, body });

/** What a look-up would have handed to the counter. */
function scanTokenOf(voucherId: string): string {
  return writeScanToken(club.deps.deriveKey('scan-token'), {
    v: voucherId,
    n: 1,
    c: actors.clerk.clerkId,
    s: stores.first,
    p: null,
    e: Date.now() + 600_000,
  });
}

it('has one effect for each of 500 confirmations whose answer was lost, and for each undo', async () => {
  const voucherIds = await issueVouchers(club, {
    memberId: verifiedMember.memberId,
    service: 'svc_wash',
    count: REDEMPTIONS,
  });
  const confirmations = voucherIds.map((voucherId): Write => ({
    path: '/merchant/redemptions',
    as: actors.clerk,
    key: newKey(),
    body: { scanToken: scanTokenOf(voucherId), storeId: stores.first },
  }));
  await inLanes(confirmations, sendInVain);
  expect(proxy.dropped()).toBe(REDEMPTIONS);
  const repeats = await inLanes(confirmations, sendAgain);
  expect(repeats.every((reply) => reply.status === 201 && isReplay(reply))).toBe(true);
  const redeemed = repeats.map((reply) => parse(reply, clubRedemptionAnswer).redemption);
  expect(redeemed.map(({ voucherId }) => voucherId)).toEqual(voucherIds);
  const { rows } = await club.pool.query<{ count: number }>(
    'select count(*) as count from redemptions where voucher_id = any ($1)',
    [voucherIds],
  );
  expect(rows[0]?.count).toBe(REDEMPTIONS);

  const undos = redeemed.slice(0, REVERSALS).map(({ id }): Write => ({
    path: `/merchant/redemptions/${id}/reversal`,
    as: actors.clerk,
    key: newKey(),
    body: { reason: '客人改了主意' },
  }));
  await inLanes(undos, sendInVain);
  const undone = await inLanes(undos, sendAgain);
  expect(undone.every((reply) => reply.status === 201 && isReplay(reply))).toBe(true);
  expect(await findBreaches(club.pool)).toEqual([]);
});

it('claims a gift once when the answer was lost', async () => {
  const { items } = await club.read('/gifts?state=offered', actors.member, clubGiftList);
  const claims = items.map(({ id }): Write => ({
    path: `/gifts/${id}/claim`,
    as: actors.member,
    key: newKey(),
  }));
  await inLanes(claims, sendInVain);
  const repeats = await inLanes(claims, sendAgain);
  expect(repeats.map((reply) => [reply.status, isReplay(reply)])).toEqual(items.map(() => [201, true]));
  expect(repeats.map((reply) => parse(reply, giftClaim).gift.state)).toEqual(items.map(() => 'claimed'));
  expect(await findBreaches(club.pool)).toEqual([]);
});
