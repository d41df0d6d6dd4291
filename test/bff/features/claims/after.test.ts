import { randomUUID } from 'node:crypto';
import { halves } from '../../photos/pictures';
import type { Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Claim {
  status: string;
  papers: { items: { id: string; state: string }[] };
  assessment: { id: string; round: number } | null;
  payouts: { id: string; purpose: string; state: string }[];
}

let product: MemberStack;
/** 13800000006: a claim in each state a person can meet. */
let liu: Caller;
beforeAll(async () => {
  product = await startMemberStack();
  liu = await product.signIn('13800000006');
});
afterAll(() => product.stop());

const claim = async (name: string) => (await liu.get<Claim>(`/claims/demo_claim_${name}`)).body;
const desk = (name: string, body: object, key = randomUUID()) =>
  liu.post<Record<string, unknown>>(`/surveyor/cases/demo_claim_${name}/actions`, body, key);

async function sendPhoto(name: string, bytes: Buffer, shot = 'other') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), 'paper');
  form.append('shot', shot);
  return liu.send<{ id: string; code?: string; detail?: string }>(
    'POST',
    `/claims/demo_claim_${name}/photos/form`,
    { raw: form },
  );
}

const payoutOf = async (purpose: string) =>
  (await claim('account')).payouts.find((one) => one.purpose === purpose)?.id ?? '';

const account = {
  payee: 'insured',
  holderName: '刘敏',
  bankName: '示例银行',
  accountNumber: '6222020000000000123',
};

/** A card number that can be right: its last digit is Luhn's. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${String((10 - (sum % 10)) % 10)}`;
}
const goodAccount = { ...account, accountNumber: withCheckDigit('622202000000000012') };

interface Write {
  claim: string;
  path: string;
  body: object;
  /** Another valid input under the same request id. */
  changed: object;
  bad: object;
  gives?: object;
}

/** Everything a write after the report promises; the wrong ones come first, so that they are seen to change nothing. */
async function keepsItsPromises(write: Write): Promise<Record<string, unknown>> {
  const path = `/claims/demo_claim_${write.claim}${write.path}`;
  const key = randomUUID();
  const bad = await liu.post(path, write.bad, randomUUID());
  expect([bad.status, bad.body.code]).toEqual([422, 'INVALID_INPUT']);
  const foreign = await product.other.post(path, write.body, randomUUID());
  expect([foreign.status, foreign.body.code]).toEqual([404, 'NOT_FOUND']);
  const keyless = await liu.post(path, write.body, null);
  expect([keyless.status, keyless.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
  const done = await liu.post(path, write.body, key);
  expect(done).toMatchObject({ status: 201, body: write.gives ?? {} });
  expect(done.headers.get('idempotent-replayed')).toBeNull();
  const again = await liu.post(path, write.body, key);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  const { photos: _one, ...first } = done.body;
  const { photos: _other, ...second } = again.body;
  expect(second).toEqual(first);
  const changed = await liu.post(path, write.changed, key);
  expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  return done.body;
}

test('a paper is handed in as pictures of one’s own', async () => {
  const one = await sendPhoto('papers', await halves());
  const two = await sendPhoto('papers', await halves({ width: 700 }));
  const paper = (await claim('papers')).papers.items.find(({ state }) => state === 'wanted');
  const path = `/papers/${paper?.id ?? ''}/submission`;
  const unknown = await liu.post(`/claims/demo_claim_papers${path}`, { photoIds: ['photo_of_nobody'] });
  expect(unknown).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'photoIds', code: 'UNKNOWN_PHOTO' }] },
  });
  await keepsItsPromises({
    claim: 'papers',
    path,
    body: { photoIds: [one.body.id] },
    changed: { photoIds: [two.body.id] },
    bad: { photoIds: [] },
  });
  const kept = (await claim('papers')).papers.items.find(({ id }) => id === paper?.id);
  expect(kept).toMatchObject({ state: 'received', photoIds: [one.body.id] });
});

test('a PDF is refused with what to do instead', async () => {
  const refused = await sendPhoto('papers', Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n'));
  expect(refused).toMatchObject({ status: 422, body: { code: 'PHOTO_NOT_A_PICTURE' } });
  expect(refused.body.detail).toContain('截一张图');
});

test('amounts are objected to, worked out again, and agreed to', async () => {
  const assessmentId = (await claim('amounts')).assessment?.id ?? '';
  const objection = { assessmentId, reason: '大灯应该换新的。' };
  await keepsItsPromises({
    claim: 'amounts',
    path: '/assessment/objection',
    body: objection,
    changed: { ...objection, reason: '保险杠也应该换。' },
    bad: { ...objection, reason: '' },
    gives: { assessment: { state: 'objected', objection: objection.reason } },
  });
  const lines = [{ kind: 'part', side: 'own', label: '大灯', quantity: 1, amountFen: 5_000_00 }];
  expect((await desk('amounts', { action: 'assess', lines })).status).toBe(201);
  const second = (await claim('amounts')).assessment;
  expect(second?.round).toBe(2);
  await keepsItsPromises({
    claim: 'amounts',
    path: '/assessment/agreement',
    body: { assessmentId: second?.id },
    changed: { assessmentId },
    bad: {},
    gives: { status: 'assessed', assessment: { state: 'agreed' } },
  });
});

test('an account is named, read back, and confirmed', async () => {
  const payoutId = await payoutOf('ownDamage');
  const lawful = await liu.post(
    `/claims/demo_claim_account/payouts/${await payoutOf('thirdPartyLiability')}/account`,
    goodAccount,
  );
  expect(lawful).toMatchObject({ status: 409, body: { code: 'PAYEE_NOT_ALLOWED' } });
  expect(lawful.body.detail).toContain('先给对方');
  const readBack = await keepsItsPromises({
    claim: 'account',
    path: `/payouts/${payoutId}/account`,
    body: goodAccount,
    changed: { ...goodAccount, bankName: '另一家示例银行' },
    bad: account,
    gives: { holderMasked: '刘*', accountMasked: `**** **** **** ${goodAccount.accountNumber.slice(-4)}` },
  });
  expect(JSON.stringify(readBack)).not.toContain(goodAccount.accountNumber);
  await keepsItsPromises({
    claim: 'account',
    path: `/payouts/${payoutId}/account/confirmation`,
    body: { confirmationToken: readBack.confirmationToken },
    changed: { confirmationToken: 'another-token' },
    bad: { confirmationToken: 5 },
  });
  const payouts = (await claim('account')).payouts;
  expect(payouts.find(({ id }) => id === payoutId)).toMatchObject({
    state: 'ready',
    insuredNameMasked: '刘*',
  });
});

test('a report is taken back and restored, with its promises where they stood', async () => {
  const reason = { reason: '私下谈好了' };
  await keepsItsPromises({
    claim: 'injury',
    path: '/withdrawal',
    body: reason,
    changed: { reason: '改主意了' },
    bad: { reason: '' },
    gives: { status: 'withdrawn', withdrawal: { undoable: true } },
  });
  const undo = '/claims/demo_claim_injury/withdrawal/undo';
  expect((await product.other.post(undo)).status).toBe(404);
  const key = randomUUID();
  expect(await liu.post(undo, undefined, key)).toMatchObject({ status: 201, body: { status: 'contacted' } });
  const again = await liu.post(undo, undefined, key);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect(await liu.post(undo)).toMatchObject({ status: 409, body: { code: 'WITHDRAWAL_FINAL' } });
});

test('a closed claim is rated once, and looked at again when asked', async () => {
  await keepsItsPromises({
    claim: 'rate',
    path: '/satisfaction',
    body: { score: 5, comment: '很快' },
    changed: { score: 1 },
    bad: { score: 9 },
    gives: { satisfaction: { score: 5 } },
  });
  expect((await liu.post('/claims/demo_claim_rate/satisfaction', { score: 1 })).status).toBe(409);
  await keepsItsPromises({
    claim: 'rate',
    path: '/reopening',
    body: { reason: '后来发现大梁也变形了。' },
    changed: { reason: '还有轮毂。' },
    bad: { reason: ' ' },
    gives: { status: 'registered', open: true },
  });
});

describe('the paper two drivers sign', () => {
  const fetchPaper = (name: string, caller: Caller) =>
    caller.send<string>('GET', `/claims/demo_claim_${name}/agreement`);

  test('comes as a PDF to be kept', async () => {
    const paper = await fetchPaper('papers', liu);
    expect(paper.status).toBe(200);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(paper.headers.get('content-disposition')).toMatch(
      /^attachment; filename="agreement-DEMO-[\d-]+\.pdf"$/,
    );
    expect(paper.body.slice(0, 5)).toBe('%PDF-');
  });

  test('is not for accidents in which somebody was hurt, nor for strangers', async () => {
    expect(await fetchPaper('injury', liu)).toMatchObject({
      status: 409,
      body: { code: 'AGREEMENT_NOT_POSSIBLE' },
    });
    expect((await fetchPaper('papers', product.other)).status).toBe(404);
  });
});

test('a later request for papers breaks the promise of the list, with an apology and who looks into it', async () => {
  const ask = { action: 'askAgain', kinds: ['propertyProof'] };
  const refused = await desk('papers', ask);
  expect(refused).toMatchObject({ status: 422, body: { code: 'SUPERVISOR_REASON_REQUIRED' } });
  const key = randomUUID();
  const withReason = { ...ask, supervisorReason: '现场还撞坏了护栏，之前没有发现。' };
  expect((await desk('papers', withReason, key)).status).toBe(201);
  const again = await desk('papers', withReason, key);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect((await desk('papers', { ...withReason, kinds: ['incomeProof'] }, key)).status).toBe(422);
  const { body } = await liu.get<{ steps: { code: string }[] }>('/claims/demo_claim_papers');
  expect(body.steps.find(({ code }) => code === 'papersListed')).toMatchObject({
    state: 'done',
    breached: true,
    apology: expect.stringContaining('本该一次说全') as string,
    lookingInto: { name: '郭安', role: '理赔主管' },
  });
  expect((await desk('nobody', ask)).status).toBe(404);
  expect((await desk('papers', { action: 'pay' })).status).toBe(422);
});

test('what everybody may read needs no login: our promises, and where the other driver reports', async () => {
  const nobody = (path: string) => fetch(`${product.stack.baseUrl}/api/v1${path}`);
  const clocks = (await (await nobody('/claims/clocks')).json()) as { items: { code: string }[] };
  expect(clocks.items.map(({ code }) => code)).toContain('contacted');
  const hotlines = (await (await nobody('/insurer-hotlines')).json()) as { items: object[]; note: string };
  expect(hotlines.items).toHaveLength(4);
  expect(hotlines.note).toContain('演示');
});
