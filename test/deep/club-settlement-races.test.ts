import { verifiedMember } from '../../bff/systems/demo-people';
import { closeMerchant } from '../../bff/systems/club/settlement/close-merchant';
import { closingGuard, closingStatement } from '../../bff/systems/club/settlement/closing-statement';
import { demoMerchant } from '../../bff/systems/club/seed/demo-network';
import { writeScanToken } from '../../bff/systems/club/counter/scan-token';
import { findBreaches } from '../../bff/systems/club/invariants';
import { settlementRunAnswer } from '../../bff/upstream/club/contract';
import { actors, stores } from '../bff/systems/club/actors';
import { settlementSteps } from '../bff/systems/club/settlement-steps';
import { newKey, parse, startClub, type ClubUnderTest } from '../bff/systems/club/start-club';
import { issueVouchers } from './support/issue-vouchers';
import { startRace, type Attempt, type Outcome } from './support/racing';

const USES = 300;
const UNDOS = 150;
const CLOSINGS = 12;

const whole = closingStatement.text;
afterEach(() => {
  closingStatement.text = whole;
});

const issue = (club: ClubUnderTest, count: number) =>
  issueVouchers(club, { memberId: verifiedMember.memberId, service: 'svc_wash', count });

function confirmation(club: ClubUnderTest, voucherId: string): Attempt {
  const scanToken = writeScanToken(club.deps.deriveKey('scan-token'), {
    v: voucherId,
    n: 1,
    c: actors.clerk.clerkId,
    s: stores.first,
    p: null,
    e: Date.now() + 600_000,
  });
  return { token: club.token(actors.clerk), key: newKey(), body: { scanToken, storeId: stores.first } };
}

const undo = (club: ClubUnderTest, redemptionId: string): Attempt => ({
  path: `/merchant/redemptions/${redemptionId}/reversal`,
  token: club.token(actors.owner),
  key: newKey(),
  body: { reason: '扫错了券' },
});

const closing = (club: ClubUnderTest): Attempt => ({
  path: '/settlement-runs',
  token: club.token(actors.provinceOperator),
  key: newKey(),
  body: { merchantId: demoMerchant.id },
});

/** Everything at once, in an order that mixes it. */
const mixed = (...kinds: Attempt[][]): Attempt[] =>
  kinds
    .flatMap((attempts) =>
      attempts.map((attempt, index) => ({ attempt, at: (index + 0.5) / attempts.length })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ attempt }) => attempt);

const statuses = (outcomes: readonly Outcome[]) =>
  [...new Set(outcomes.map(({ status, code }) => `${String(status)} ${code}`.trim()))].sort();

async function allRunsDone(club: ClubUnderTest): Promise<void> {
  for (;;) {
    const { rows } = await club.pool.query<{ open: number }>(
      'select count(*) as open from settlement_runs where finished_at is null',
    );
    if (rows[0]?.open === 0) return;
  }
}

it('closing while four processes redeem and undo loses no line, takes none twice, and every sum is right to the fen', async () => {
  const club = await startClub();
  const race = await startRace(club.database.url);
  const earlier = await race.run(
    (await issue(club, UNDOS)).map((id) => confirmation(club, id)),
    25,
  );
  const outcomes = await race.run(
    mixed(
      (await issue(club, USES)).map((id) => confirmation(club, id)),
      earlier.map(({ redemptionId }) => undo(club, redemptionId)),
      Array.from({ length: CLOSINGS }, () => closing(club)),
    ),
    20,
  );
  expect(statuses(outcomes).every((status) => ['201', '202', '409 SETTLEMENT_LOCKED'].includes(status))).toBe(
    true,
  );
  await allRunsDone(club);
  const { close } = settlementSteps(() => club);
  await close({ merchantId: demoMerchant.id });
  const { rows } = await club.pool.query<{ open: number; statements: number; owed: number; worth: number }>(
    `select (select count(*) from settlement_lines where batch_id is null) as open,
       (select count(*) from settlement_batches) as statements,
       (select sum(total_fen)::bigint from settlement_batches) as owed,
       (select sum(settlement_fen)::bigint from redemptions where reversed_at is null) as worth`,
  );
  expect(rows[0]).toMatchObject({ open: 0, owed: rows[0]?.worth });
  expect(rows[0]?.statements).toBeGreaterThan(4);
  expect(await findBreaches(club.pool)).toEqual([]);
  await race.end();
  await club.stop();
});

it('two processes handle a run of all merchants once', async () => {
  const club = await startClub();
  const race = await startRace(club.database.url, { processes: 2 });
  const outcomes = await race.run(
    (await issue(club, 20)).map((id) => confirmation(club, id)),
    5,
  );
  expect(statuses(outcomes)).toEqual(['201']);
  const { finished, write } = settlementSteps(() => club);
  const reply = await write('/settlement-runs', {}, { as: actors.provinceOperator });
  const { run } = parse(reply, settlementRunAnswer);
  expect(await finished(run.id)).toMatchObject({ statements: 1, handled: run.merchants });
  const again = Array.from({ length: 8 }, () =>
    closeMerchant(club.deps, { runId: run.id, merchantId: demoMerchant.id }),
  );
  await Promise.all(again);
  const { rows } = await club.pool.query('select 1 from settlement_batches where run_id = $1', [run.id]);
  expect(rows).toHaveLength(1);
  await race.end();
  await club.stop();
});

describe('with the condition taken out of the closing', () => {
  const mutate = () => {
    closingStatement.text = whole.replace(closingGuard, 'true');
    expect(closingStatement.text).not.toBe(whole);
  };
  const runOf = async (club: ClubUnderTest) => {
    const { rows } = await club.pool.query<{ id: string }>(
      `with run as (
         insert into settlement_runs (id, cause, only_due, request_scope, request_id, input_hash) values ($1, 'operator', false, 'test', $1, $2) returning id
       ), merchant as (insert into settlement_run_merchants (run_id, merchant_id) select id, $3 from run)
       select id from run`,
      [newKey(), Buffer.alloc(32), demoMerchant.id],
    );
    return rows[0]?.id ?? '';
  };

  it('the database refuses to move a line out of its statement', async () => {
    const club = await startClub();
    mutate();
    const runId = await runOf(club);
    await expect(closeMerchant(club.deps, { runId, merchantId: demoMerchant.id })).rejects.toThrow(/locked/);
    await club.halt();
  });

  it('and without that, lines are paid twice and the check finds it', async () => {
    const club = await startClub();
    mutate();
    await club.pool.query('alter table settlement_lines disable trigger locked');
    const runId = await runOf(club);
    await closeMerchant(club.deps, { runId, merchantId: demoMerchant.id });
    expect((await findBreaches(club.pool)).map(({ code }) => code)).toContain('I6');
    await club.halt();
  });
});
