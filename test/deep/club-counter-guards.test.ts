import { writeScanToken } from '../../bff/systems/club/counter/scan-token';
import { demoMerchant } from '../../bff/systems/club/seed/demo-network';
import { verifiedMember } from '../../bff/systems/demo-people';
import { closingStatement } from '../../bff/systems/club/settlement/closing-statement';
import { actors, stores } from '../bff/systems/club/actors';
import { counterSteps } from '../bff/systems/club/counter-steps';
import { settlementSteps } from '../bff/systems/club/settlement-steps';
import { codeOf, newKey, startClub, type ClubUnderTest, type Reply } from '../bff/systems/club/start-club';
import { issueVouchers } from './support/issue-vouchers';
import { takeOut, type GuardName } from './support/guards';
import { untilWaiting, whileHeld } from './support/resting-club';

let club: ClubUnderTest;
let putBack: (() => void) | undefined;
afterEach(async () => {
  putBack?.();
  putBack = undefined;
  await club.halt();
});

const counter = counterSteps(() => club);
const books = settlementSteps(() => club);
const outcomeOf = (reply: Reply) => (reply.status < 400 ? 'done' : codeOf(reply));

/** A statement is prepared once a connection, so a guard is taken out before the club starts. */
async function start(guard: GuardName | undefined): Promise<void> {
  if (guard) putBack = takeOut(guard);
  club = await startClub();
}

/** Every `it` stands twice: as it is, and with one guard taken out, which must show. */
const bothWays = (guard: GuardName) =>
  [
    ['as it is', undefined],
    [`without ${guard}`, guard],
  ] as const;

describe('what a screen shows is worth nothing', () => {
  it.each(bothWays('presentationLife'))('a minute later, %s', async (_, guard) => {
    await start(guard);
    const { qr } = await counter.present(await counter.issue());
    await club.pool.query('update presentations set expires_at = now()');
    expect(outcomeOf(await counter.confirm({ code: qr }))).toBe(guard ? 'done' : 'PRESENTATION_EXPIRED');
  });

  it.each(bothWays('presentationLatest'))('after two newer ones, %s', async (_, guard) => {
    await start(guard);
    const id = await counter.issue();
    const { qr } = await counter.present(id);
    await counter.present(id);
    await counter.present(id);
    expect(outcomeOf(await counter.confirm({ code: qr }))).toBe(guard ? 'done' : 'PRESENTATION_EXPIRED');
  });

  it.each(bothWays('presentationOnce'))('a second time, %s', async (_, guard) => {
    await start(guard);
    const { qr } = await counter.present(await counter.issue('svc_wash', 5));
    expect(outcomeOf(await counter.confirm({ code: qr }))).toBe('done');
    const again = await counter.confirm({ code: qr, expectedUsesLeft: 4 });
    expect(outcomeOf(again)).toBe(guard ? 'done' : 'PRESENTATION_EXPIRED');
  });

  it.each(bothWays('scanLife'))('two minutes after it was scanned, %s', async (_, guard) => {
    await start(guard);
    const scanToken = writeScanToken(club.deps.deriveKey('scan-token'), {
      v: await counter.issue(),
      n: 1,
      c: actors.clerk.clerkId,
      s: stores.first,
      p: null,
      e: Date.now() - 1_000,
    });
    expect(outcomeOf(await counter.confirm({ scanToken }))).toBe(guard ? 'done' : 'PRESENTATION_EXPIRED');
  });
});

describe('a service that may be used once a day', () => {
  it.each(bothWays('dayLimit'))('is used by the first of two vouchers, %s', async (_, guard) => {
    await start(guard);
    const [first = '', second = ''] = await issueVouchers(club, {
      memberId: verifiedMember.memberId,
      service: 'svc_wash',
      count: 2,
      usesPerDay: 1,
    });
    expect(outcomeOf(await counter.confirm({ scanToken: await counter.scan(first) }))).toBe('done');
    const { qr } = await counter.present(second);
    expect(outcomeOf(await counter.confirm({ code: qr }))).toBe(guard ? 'done' : 'DAILY_LIMIT_REACHED');
  });
});

describe('an undo that meets a closing', () => {
  it.each(bothWays('undoLock'))('waits for it and finds the line locked, %s', async (_, guard) => {
    await start(guard);
    const use = await counter.redeemed({ scanToken: await counter.scan(await counter.issue()) });
    const undo: Promise<Reply>[] = [];
    const runId = newKey();
    await club.pool.query(
      `insert into settlement_runs (id, cause, only_due, request_scope, request_id, input_hash) values ($1, 'operator', false, 'guards', $1, $2)`,
      [runId, Buffer.alloc(32)],
    );
    const values = [newKey(), demoMerchant.id, runId, new Date(), '2026-12-31', false];
    const closing = { text: closingStatement.text, values };
    await whileHeld(club.pool, closing, async () => {
      undo.push(counter.reverse(use.id, { as: actors.owner }));
      await untilWaiting(club.pool, { count: 1, or: Promise.all(undo) });
    });
    const [reply] = await Promise.all(undo);
    expect(outcomeOf(reply as Reply)).toBe(guard ? 'done' : 'SETTLEMENT_LOCKED');
  });
});

describe('an agreement that meets an objection', () => {
  it.each(bothWays('batchLock'))('leaves one of the two, %s', async (_, guard) => {
    await start(guard);
    await counter.redeemed({ scanToken: await counter.scan(await counter.issue()) });
    await books.close({ merchantId: demoMerchant.id });
    const { id, lines } = await books.newest();
    const both: Promise<Reply>[] = [];
    const held = { text: 'select 1 from settlement_batches where id = $1 for no key update', values: [id] };
    await whileHeld(club.pool, held, async () => {
      const objection = { lineId: lines[0]?.lineId, reason: '和实际做的不一样' };
      both.push(
        books.write(`/merchant/settlements/${id}/confirmation`, {}),
        books.write(`/merchant/settlements/${id}/disputes`, objection),
      );
      await untilWaiting(club.pool, { count: 2, or: Promise.all(both) });
    });
    const done = (await Promise.all(both)).filter(({ status }) => status === 201);
    expect(done).toHaveLength(guard ? 2 : 1);
  });
});
