import type { PoolClient } from 'pg';
import { readAnyClaim } from '../../../../bff/systems/core/claims/read-claim';
import { coreDeps } from '../../../../bff/systems/core/definition';
import { claimClocks } from '../../../../bff/systems/core/rules/claim-clocks';
import { stageCodes } from '../../../../bff/systems/core/rules/claim-stages';
import type { CoreClaimDetail } from '../../../../bff/upstream/core/contract/claims';
import { startTestSystem, type TestSystem } from '../../../support/one-system';

/**
 * Within a transaction the database's clock stands still: what is due is put to a thousandth before, at and after that moment, and the claim is
 * read as its owner would see it then.
 */
let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const CLAIM = 'demo_claim_open';
const MOMENTS = ["+ interval '1 s'", "+ interval '0.001 s'", '', "- interval '0.001 s'", "- interval '1 s'"];
const LATE = [false, false, false, true, true];

async function atEachMoment<T>(
  set: (client: PoolClient, moment: string) => Promise<unknown>,
  see: (claim: CoreClaimDetail) => T,
  claimId = CLAIM,
): Promise<T[]> {
  const seen: T[] = [];
  for (const moment of MOMENTS) {
    const client = await core.deps.pool.connect();
    try {
      await client.query('begin');
      await set(client, `date_trunc('milliseconds', now()) ${moment}`);
      seen.push(see(await readAnyClaim(coreDeps(core.deps), claimId, client)));
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  return seen;
}

const timed = claimClocks.map(({ code }) => code).filter((code) => stageCodes.includes(code));

test('the steps of the table with a clock are all of them looked at', () => {
  expect(timed).toEqual([
    'dispatched',
    'contacted',
    'papersListed',
    'registered',
    'assessed',
    'reviewed',
    'paid',
  ]);
});

test.each(timed)('%s breaks at its second, says sorry and who looks into it', async (code) => {
  const open = (client: PoolClient, due: string) =>
    client.query(
      `update claim_steps set due_at = ${due}, done_at = null where claim_id = '${CLAIM}' and code = '${code}'`,
    );
  const stepOf = ({ steps }: CoreClaimDetail) => steps.find((step) => step.code === code);
  const seen = await atEachMoment(open, stepOf);
  expect(seen.map((step) => step?.breached)).toEqual(LATE);
  expect(seen.map((step) => step?.apology !== null)).toEqual(LATE);
  expect(seen.map((step) => step?.lookingInto !== null)).toEqual(LATE);
  expect(seen.at(-1)?.apology).toMatch(/对不起/);
});

test.each(timed)('%s done at its second was kept, done after it was not', async (code) => {
  const done = (client: PoolClient, due: string) =>
    client.query(
      `update claim_steps set due_at = ${due}, done_at = date_trunc('milliseconds', now()) where claim_id = '${CLAIM}' and code = '${code}'`,
    );
  const seen = await atEachMoment(done, ({ steps }) => steps.find((step) => step.code === code)?.breached);
  expect(seen).toEqual(LATE);
});

test('the written reasons of a refusal are late at their second', async () => {
  const refuse = async (client: PoolClient, due: string) => {
    await client.query(
      `insert into claim_refusals (id, claim_id, decided_at, notice_due_at, reasons_sealed)
       values ('frozen', '${CLAIM}', now(), ${due}, $1)`,
      [
        coreDeps(core.deps).fields.seal(
          'claim_refusals',
          'reasons_sealed',
          'frozen',
          JSON.stringify(['责任免除']),
        ),
      ],
    );
  };
  const seen = await atEachMoment(refuse, ({ refusal }) => refusal?.breached);
  expect(seen).toEqual(LATE);
});

test('a withdrawal can be undone until its second', async () => {
  const withdraw = (client: PoolClient, due: string) =>
    client.query(
      `insert into claim_withdrawals (id, claim_id, at, undo_until, status_before, reason_sealed)
       values ('frozen', '${CLAIM}', now(), ${due}, 'dispatched', '\\x00')`,
    );
  const seen = await atEachMoment(withdraw, ({ withdrawal }) => withdrawal?.undoable);
  expect(seen).toEqual([true, true, false, false, false]);
});
