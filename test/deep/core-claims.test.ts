import { signServiceToken } from '../../bff/http/service-token';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testKeys } from '../support/settings';
import type { GuardName } from './support/guards';
import { startRace, type Attempt, type Outcome } from './support/racing';

const COPIES = 10;
const FORMS = { account: 'demo_claim_account', papers: 'demo_claim_papers' } as const;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ seeded: true });
});
afterEach(() => database.drop());

const core = () => database.pool('core');

async function race(
  attempts: Omit<Attempt, 'token'>[],
  without: readonly GuardName[] = [],
): Promise<Outcome[]> {
  const { serviceKey } = await testKeys();
  const actor = { subject: 'stf_demo_wanglei', role: 'surveyor' as const };
  const token = signServiceToken(serviceKey, { from: 'bff', to: 'core', actor });
  const running = await startRace(database.url, { system: 'core', without });
  const outcomes = await running.run(
    attempts.map((attempt) => ({ ...attempt, token })),
    COPIES,
  );
  await running.end();
  return outcomes;
}

const copies = (claimId: string, body: object, key: (copy: number) => string) =>
  Array.from({ length: COPIES }, (_, copy) => ({
    path: `/surveyor/cases/${claimId}/actions`,
    key: key(copy),
    body,
  }));

const sorted = (outcomes: Outcome[]) =>
  outcomes.map(({ status, code }) => (status === 201 ? '201' : code)).sort();
const oneKey = () => 'the-same-request-0001';
const ownKey = (copy: number) => `a-request-of-its-own-${String(copy)}`;

describe('one sum, paid by four processes', () => {
  async function readyPayout(): Promise<string> {
    const { rows } = await core().query<{ id: string }>(
      `update claim_payouts set state = 'ready', payee = 'garage'
       where claim_id = $1 and purpose = 'ownDamage' returning id`,
      [FORMS.account],
    );
    return rows[0]?.id ?? '';
  }
  const events = async () => {
    const { rows } = await core().query<{ count: number }>(
      `select count(*) as count from claim_events where claim_id = $1 and kind = 'paidOut'`,
      [FORMS.account],
    );
    return rows[0]?.count;
  };

  it('ten requests of their own pay it once', async () => {
    const action = { action: 'pay', payoutId: await readyPayout() };
    const outcomes = await race(copies(FORMS.account, action, ownKey));
    expect(sorted(outcomes)).toEqual(['201', ...Array<string>(COPIES - 1).fill('ACTION_OUT_OF_TURN')]);
    expect(await events()).toBe(1);
  });

  it('ten copies of one request pay it once and all say so', async () => {
    const action = { action: 'pay', payoutId: await readyPayout() };
    const outcomes = await race(copies(FORMS.account, action, oneKey));
    expect(sorted(outcomes)).toEqual(Array<string>(COPIES).fill('201'));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await events()).toBe(1);
  });

  it('pays it ten times once the condition is taken out of the statement', async () => {
    const action = { action: 'pay', payoutId: await readyPayout() };
    await race(copies(FORMS.account, action, ownKey), ['payout']);
    expect(await events()).toBe(COPIES);
  });
});

describe('a second request for papers, by four processes', () => {
  const ask = { action: 'askAgain', kinds: ['propertyProof'] };
  const later = async () => {
    const { rows } = await core().query<{ requests: number; papers: number }>(
      `select (select count(*) from claim_paper_requests where claim_id = $1) as requests,
         (select count(*) from claim_papers where claim_id = $1 and kind = 'propertyProof') as papers`,
      [FORMS.papers],
    );
    return rows[0];
  };

  it('is refused without a supervisor’s reason, and leaves nothing behind', async () => {
    const outcomes = await race(copies(FORMS.papers, ask, ownKey));
    expect(sorted(outcomes)).toEqual(Array<string>(COPIES).fill('SUPERVISOR_REASON_REQUIRED'));
    expect(await later()).toEqual({ requests: 0, papers: 0 });
  });

  it('with a reason is one request for one paper', async () => {
    const withReason = { ...ask, supervisorReason: '现场还撞坏了护栏，之前没有发现。' };
    const outcomes = await race(copies(FORMS.papers, withReason, ownKey));
    expect(sorted(outcomes)).toEqual(['201', ...Array<string>(COPIES - 1).fill('PAPER_ALREADY_ON_LIST')]);
    expect(await later()).toEqual({ requests: 1, papers: 1 });
  });
});
