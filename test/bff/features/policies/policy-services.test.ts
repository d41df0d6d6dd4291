import { createHash } from 'node:crypto';
import { signServiceToken } from '../../../../bff/http/service-token';
import { anonymous, type Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterEach(() => product.healAll());
afterAll(() => product.stop());

const FUEL = 'pol_demo_fuel_sy';
const FUEL_NO = 'DEMO-SY-7315-0086-0001';
const idsOf = async (caller: Caller) =>
  (await caller.get<{ items: { id: string }[] }>('/policies')).body.items.map(({ id }) => id);
const withoutRequest = ({ body }: { body: Record<string, unknown> }) => ({ ...body, requestId: '' });

describe('adding a policy by its number', () => {
  const add = (caller: Caller, policyNo: string) => caller.post('/policies/links', { policyNo });

  test('takes it off, says so everywhere, and brings it back', async () => {
    expect((await product.member.send('DELETE', `/policies/links/${FUEL}`)).status).toBe(204);
    expect(await idsOf(product.member)).not.toContain(FUEL);
    product.core.break('away');
    const kept = await product.member.get(`/policies/${FUEL}`);
    expect(kept.status).toBe(503);
    await product.healAll();
    const added = await add(product.member, ` ${FUEL_NO} `);
    expect(added).toMatchObject({ status: 200, body: { policy: { id: FUEL } } });
    expect(await idsOf(product.member)).toContain(FUEL);
  });

  test('refuses a foreign and an unknown number in the same words; see policy-number-timing for the time', async () => {
    const answers: object[] = [];
    for (const policyNo of ['DEMO-SY-9208-0086-0003', 'DEMO-SY-9999-0000-0000', 'x-nobody-has-this']) {
      const answer = await add(product.other, policyNo);
      answers.push({ status: answer.status, body: withoutRequest(answer) });
    }
    expect(answers[0]).toMatchObject({ status: 404 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('is for five tries a day', async () => {
    const claims = await product.signIn('13800000006');
    const answers: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push((await add(claims, 'x-nobody-has-this')).status);
    expect(answers).toEqual([404, 404, 404, 404, 404, 429]);
  });

  test('needs a verified identity', async () => {
    const newcomer = await product.signIn('13800000002');
    expect(await add(newcomer, FUEL_NO)).toMatchObject({ status: 409, body: { code: 'IDENTITY_NEEDED' } });
  });

  test('of what is not one’s own cannot be taken off', async () =>
    expect((await product.other.send('DELETE', `/policies/links/${FUEL}`)).status).toBe(404));

  test.each([
    {},
    { policyNo: '' },
    { policyNo: 'a' },
    { policyNo: 'x'.repeat(65) },
    { policyNo: FUEL_NO, owner: 1 },
  ])('refuses %j', async (body) =>
    expect((await product.member.post('/policies/links', body)).status).toBe(422),
  );
});

describe('a made-up accident', () => {
  test('is worked out with the sums of the policy', async () => {
    const { status, body } = await product.member.get<{ lines: { amountFen: number }[]; ownFen: number }>(
      `/policies/${FUEL}/worked-example?otherCarFen=500000&fault=equal`,
    );
    expect(status).toBe(200);
    expect(body.lines.map(({ amountFen }) => amountFen)).toEqual([200_000, 150_000, 150_000]);
  });

  test('comes with the policy, so that there is one while core is away', async () => {
    await product.member.get(`/policies/${FUEL}`);
    product.core.break('away');
    const { body } = await product.member.get(`/policies/${FUEL}`);
    expect(body).toMatchObject({ stale: true, example: { ownFen: 0, totalFen: 8_000_000 } });
    expect((await product.member.get(`/policies/${FUEL}/worked-example`)).status).toBe(503);
  });

  test('on a foreign policy does not exist', async () =>
    expect((await product.other.get(`/policies/${FUEL}/worked-example`)).status).toBe(404));
});

describe('the e-policy', () => {
  const fetchDocument = (token: string, path: string) =>
    fetch(`${product.stack.baseUrl}/api/v1${path}`, { headers: { Authorization: token } });

  async function tokenOf(phone: string): Promise<string> {
    const nobody = anonymous(product.stack);
    await nobody.post('/auth/sms-codes', { phone });
    const code = await product.stack.latestCode(phone);
    const session = await nobody.post<{ accessToken: string }>('/auth/sms-sessions', { phone, code });
    return `Bearer ${session.body.accessToken}`;
  }

  test('passes byte for byte, kept by nobody', async () => {
    const token = await tokenOf('13800000002');
    expect((await fetchDocument(token, `/policies/${FUEL}/document`)).status).toBe(404);
    const { body } = await product.member.get<string>(`/policies/${FUEL}/document`);
    expect(body.startsWith('%PDF-')).toBe(true);
    const { headers } = await product.member.get(`/policies/${FUEL}/document`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('content-disposition')).toBe('attachment; filename="e-policy.pdf"');
    expect(product.core.passed().filter((one) => one.includes('/document'))).toHaveLength(3);
  });

  test('has the same SHA-256 at core, behind the server and in the hand', async () => {
    const { systems, keys } = product.stack;
    const actor = { subject: product.member.accountId, role: 'member' as const };
    const token = signServiceToken(keys.serviceKey, { from: 'bff', to: 'core', actor });
    const atCore = await fetch(`${systems.core}/v1/policies/${FUEL}/document`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const inHand = await fetchDocument(await tokenOf('13800000001'), `/policies/${FUEL}/document`);
    const sha256Of = async (response: Response) =>
      createHash('sha256')
        .update(Buffer.from(await response.arrayBuffer()))
        .digest('base64');
    const [there, here] = [await sha256Of(atCore), await sha256Of(inHand)];
    expect(here).toBe(there);
    for (const { headers } of [atCore, inHand]) expect(headers.get('repr-digest')).toBe(`sha-256=:${there}:`);
  });

  test.each(['away', 'garbage', 'bodyCut', 'bodySlow'] as const)(
    'while core is %s is not made up',
    async (fault) => {
      product.core.break(fault);
      const { status, body } = await product.member.get(`/policies/${FUEL}/document`);
      expect(status).toBe(503);
      expect(body).toMatchObject({ detail: expect.stringMatching(/没有改动/) });
    },
  );
});

describe('business with a receipt', () => {
  test('changes the phone to the proven one, hides both on the receipt, and is taken back', async () => {
    const changed = await product.member.post('/policies/pol_demo_fuel_sy/contact', {
      address: '济南市历下区泉城路 1 号',
    });
    expect(changed.status).toBe(201);
    expect(changed.body).toMatchObject({ kind: 'contactChange', policyNo: FUEL_NO, canUndo: true });
    const same = await product.member.post('/policies/pol_demo_fuel_sy/contact', { phone: 'login' });
    expect(same.body).toMatchObject({ code: 'NOTHING_CHANGED' });
    const undone = await product.member.post(`/policies/records/${String(changed.body.id)}/undo`);
    expect(undone.body).toMatchObject({ kind: 'contactRestored' });
    const { body } = await product.member.get<{ items: { kind: string }[] }>('/policies/records');
    expect(body.items.map(({ kind }) => kind)).toEqual(['contactRestored', 'contactChange']);
    expect(JSON.stringify(body)).not.toMatch(/1\d{10}/);
  });

  test('a lost answer is found again under the same request id', async () => {
    const key = 'b3a4b7c6-1111-4222-8333-444455556666';
    product.core.break('answerLost', { method: 'POST', path: /loss-reports$/ });
    const lost = await product.member.post('/policies/pol_demo_fuel_jq/loss-reports', { item: 'mark' }, key);
    expect(lost).toMatchObject({ status: 504, body: { code: 'OUTCOME_UNKNOWN' } });
    await product.healAll();
    const found = await product.member.post('/policies/pol_demo_fuel_jq/loss-reports', { item: 'mark' }, key);
    expect(found.status).toBe(201);
    expect(found.headers.get('idempotent-replayed')).toBe('true');
    const { body } = await product.member.get<{ losses: { item: string }[] }>('/policies/pol_demo_fuel_jq');
    expect(body.losses.map(({ item }) => item)).toEqual(['mark']);
  });

  test.each([{}, { phone: '13900000000' }, { address: '短' }, { address: 'x'.repeat(101) }])(
    'refuses the change %j',
    async (body) => expect((await product.member.post(`/policies/${FUEL}/contact`, body)).status).toBe(422),
  );

  test('the records are shown with their age while core is away', async () => {
    await product.member.get('/policies/records');
    product.core.break('away');
    const { body } = await product.member.get('/policies/records');
    expect(body).toMatchObject({ stale: true });
  });
});
