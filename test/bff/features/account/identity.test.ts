import { randomUUID } from 'node:crypto';
import { agent, agentCustomers, unverifiedMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startStack, type Stack } from '../../../support/stack';
import { badInputs } from '../bad-input';
import { createBetween, type Between } from '../between';
import { signIn, type Caller } from '../caller';

jest.setTimeout(60_000);

interface Review {
  review: { id: string; state: string; dueAt: string; submittedAt: string; reason: string | null };
}
interface Status {
  identityVerified: boolean;
  review: Review['review'] | null;
}

let stack: Stack;
let provider: Between;
let core: Between;
let club: Between;

async function start(): Promise<void> {
  [provider, core, club] = await Promise.all([createBetween(), createBetween(), createBetween()]);
  stack = await startStack({
    seeded: true,
    systemUrls: (urls) => ({
      ...urls,
      identity: provider.inFrontOf(urls.identity),
      core: core.inFrontOf(urls.core),
      club: club.inFrontOf(urls.club),
    }),
  });
}

async function stop(): Promise<void> {
  await stack.stop();
  await Promise.all([provider.close(), core.close(), club.close()]);
}

const own = { name: unverifiedMember.name, idNumber: unverifiedMember.idNumber };
const submit = (person: Caller, body: object, key?: string | null) =>
  person.post<Record<string, unknown> & Partial<Review>>('/me/identity', body, key);
const policiesOf = async (person: Caller) =>
  (await person.get<{ items: { myRoles: string[] }[] }>('/policies')).body.items;

/** Follow-ups are looked for every five seconds. */
async function allDone(): Promise<void> {
  const endsAt = Date.now() + 30_000;
  while (Date.now() < endsAt) {
    const { rowCount } = await stack.pool.query('select 1 from follow_ups');
    if (rowCount === 0) return;
    await stack.pool.query('select pg_sleep(0.1)');
  }
  throw new Error('a follow-up was not done in time');
}

describe('an identity that matches', () => {
  // Being verified cannot be undone, so each story starts with a member who is not.
  beforeEach(start);
  afterEach(stop);

  it('makes a senior member at once and shows the policies of 投保人 and 被保险人', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    expect(await policiesOf(person)).toEqual([]);
    const answer = await submit(person, own);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ identityVerified: true, level: 'senior', nameMasked: '李*' });
    const policies = await policiesOf(person);
    expect(policies.length).toBeGreaterThan(0);
    expect((await person.get<Status>('/me/identity')).body).toEqual({ identityVerified: true, review: null });
  });

  it('is accepted with a lower-case x and spaces, as people type it', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    const typed = own.idNumber.replace(/(\d{6})(\d{8})/, '$1 $2 ').toLowerCase();
    expect((await submit(person, { name: ` ${own.name} `, idNumber: typed })).status).toBe(200);
  });

  it('has one answer for one request, and none for a changed one', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    const key = randomUUID();
    const first = await submit(person, own, key);
    const again = await submit(person, own, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const changed = await submit(person, { ...own, name: '李雪' }, key);
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('cannot be exchanged for another person or another name afterwards', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    await submit(person, own);
    const other = await submit(person, { name: verifiedMember.name, idNumber: verifiedMember.idNumber });
    expect([other.status, other.body.code]).toEqual([409, 'IDENTITY_ALREADY_BOUND']);
    const renamed = await submit(person, { ...own, name: '王小明' });
    expect([renamed.status, renamed.body.code]).toEqual([409, 'IDENTITY_ALREADY_BOUND']);
    expect((await submit(person, own)).status).toBe(200);
  });

  it('is found again by the same request when the answer was lost', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    const key = randomUUID();
    club.break('answerLost', { method: 'POST', path: /members\/identity/ });
    const lost = await submit(person, own, key);
    expect([lost.status, lost.body.code]).toEqual([504, 'OUTCOME_UNKNOWN']);
    club.heal();
    const found = await submit(person, own, key);
    expect([found.status, found.body.identityVerified]).toEqual([200, true]);
    expect((await policiesOf(person)).length).toBeGreaterThan(0);
  });

  it('does nothing while the club is away, and says so', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    club.break('away');
    const away = await submit(person, own);
    expect([away.status, away.body.code]).toEqual([503, 'UPSTREAM_AWAY']);
  });

  it('still reaches core when core was away at that moment', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    core.break('away', { method: 'PUT', path: /identity-links/ });
    expect((await submit(person, own)).status).toBe(200);
    core.heal();
    await stack.pool.query('update follow_ups set due_at = now()');
    await allDone();
    expect((await policiesOf(person)).length).toBeGreaterThan(0);
  });
});

describe('an identity that does not match', () => {
  beforeAll(start);
  afterEach(() => provider.heal());
  afterAll(stop);

  const stranger = { name: '周正', idNumber: '440524188001010014' };

  it('goes to a person, who answers by a time that is said', async () => {
    const person = await signIn(stack, '13900040001');
    const answer = await submit(person, stranger);
    expect(answer.status).toBe(202);
    const { review } = answer.body as unknown as Review;
    expect(review).toMatchObject({ state: 'open', reason: null });
    expect(Date.parse(review.dueAt)).toBeGreaterThan(Date.parse(review.submittedAt));
    expect((await person.get<Status>('/me/identity')).body).toEqual({ identityVerified: false, review });
  });

  it('is one review, however often it is handed in', async () => {
    const person = await signIn(stack, '13900040002');
    const key = randomUUID();
    const first = await submit(person, stranger, key);
    const replay = await submit(person, stranger, key);
    expect([replay.status, replay.body]).toEqual([202, first.body]);
    expect(replay.headers.get('idempotent-replayed')).toBe('true');
    const second = await submit(person, { ...stranger, name: '周正正' });
    expect([second.status, second.body.review]).toEqual([202, first.body.review]);
    const changed = await submit(person, { ...stranger, name: '别人' }, key);
    expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('is one review, also when handed in four times at once', async () => {
    const person = await signIn(stack, '13900040003');
    const answers = await Promise.all(Array.from({ length: 4 }, () => submit(person, stranger)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ body }) => body.review?.id)).size).toBe(1);
  });

  it('says the same for a shared phone as for a stranger’s ID', async () => {
    const [dealer, other] = [await signIn(stack, agent.phone), await signIn(stack, '13900040004')];
    const [shared, unknown] = [
      await submit(dealer, { name: agent.name, idNumber: agent.idNumber }),
      await submit(other, stranger),
    ];
    expect(shared.status).toBe(unknown.status);
    const shapeOf = (body: object) => Object.keys((body as Review).review).sort();
    expect(shapeOf(shared.body)).toEqual(shapeOf(unknown.body));
    expect(JSON.stringify(shared.body)).not.toMatch(/sharedPhone|noMatch|cause/);
  });

  it('is a person’s matter, too, while the provider is away', async () => {
    const person = await signIn(stack, unverifiedMember.phone);
    provider.break('away');
    expect((await submit(person, own)).status).toBe(202);
  });

  it('is refused the sixth time a day', async () => {
    const person = await signIn(stack, '13900040005');
    const operators = stack.database.pool('club');
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const answer = await submit(person, stranger);
      statuses.push(answer.status);
      // Answered at once, so that the next one is a new one.
      await operators.query(
        `update identity_reviews set state = 'refused', decided_at = now(), decided_by = (select id from operators limit 1),
           decision_scope = 'test', decision_request_id = id where state = 'open'`,
      );
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

describe('an agent, whose phone stands on six customers', () => {
  beforeAll(start);
  afterAll(stop);

  it('sees no policy by phone, and none of the customers’ by naming them', async () => {
    const person = await signIn(stack, agent.phone);
    expect(await policiesOf(person)).toEqual([]);
    const [customer] = agentCustomers;
    const answer = await submit(person, { name: customer?.name ?? '', idNumber: customer?.idNumber ?? '' });
    expect(answer.status).toBe(202);
    expect(await policiesOf(person)).toEqual([]);
  });
});

describe('bad input', () => {
  let person: Caller | undefined;
  beforeAll(start);
  afterAll(stop);

  it.each([
    ['a wrong check digit', { ...own, idNumber: `${own.idNumber.slice(0, 17)}9` }, 'idNumber'],
    ['a date that does not exist', { ...own, idNumber: '110105199902310020' }, 'idNumber'],
    ['fifteen digits', { ...own, idNumber: '110105491231002' }, 'idNumber'],
    ['no name', { idNumber: own.idNumber }, 'name'],
    ['a name of one character', { ...own, name: '李' }, 'name'],
    [
      'a wrong credit code',
      { organisationName: '济南示例物流有限公司', creditCode: '91370102MA3DEM00XX' },
      'creditCode',
    ],
  ])('refuses %s at its field, in Chinese', async (_name, body, path) => {
    person ??= await signIn(stack, '13900040006');
    const answer = await person.post<{ errors: { path: string; message: string }[] }>('/me/identity', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ path, message: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(JSON.stringify(answer.body)).not.toContain(own.idNumber.slice(0, 14));
  });

  it('refuses the rest as every route does', async () => {
    const person = await signIn(stack, '13900040007');
    for (const [, status, code, make] of badInputs) {
      const answer = await person.send(
        'POST',
        '/me/identity',
        make({ path: '', body: own, required: 'idNumber' }),
      );
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
  });
});
