import type { CoreClaimDetail, CoreClaimSummary } from '../../../../bff/upstream/core/contract/claims';
import { claimsMember, elderMember, verifiedMember } from '../../../../bff/systems/demo-people';
import { startTestSystem, type TestSystem } from '../../../support/one-system';
import { memberOf, systemOf } from './caller';

let core: TestSystem;
beforeAll(async () => {
  core = await startTestSystem('core', { seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
}, 60_000);
afterAll(() => core.stop());

const zhang = () => memberOf(core, verifiedMember.memberId);
const stranger = () => memberOf(core, elderMember.memberId);
interface List {
  items: CoreClaimSummary[];
  nextCursor: string | null;
}
const list = async (query = '') => (await zhang().get(`/claims${query}`)).body as List;
const detail = async (id: string) => (await zhang().get(`/claims/${id}`)).body as CoreClaimDetail;

describe('the list', () => {
  test.each([
    ['', ['demo_claim_open', 'demo_claim_closed']],
    ['?open=true', ['demo_claim_open']],
    ['?open=false', ['demo_claim_closed']],
  ])('claims%s', async (query, ids) => expect((await list(query)).items.map(({ id }) => id)).toEqual(ids));

  test('goes on where it stopped', async () => {
    const first = await list('?limit=1');
    expect(first.items.map(({ id }) => id)).toEqual(['demo_claim_open']);
    const second = await list(`?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ id }) => id)).toEqual(['demo_claim_closed']);
    expect(second.nextCursor).toBeNull();
  });

  test('says of each claim what it waits for from the customer', async () => {
    const { items } = (await memberOf(core, claimsMember.memberId).get('/claims?open=true')).body as List;
    const turns = Object.fromEntries(items.map(({ id, yourTurn }) => [id, yourTurn]));
    expect(turns).toMatchObject({
      demo_claim_amounts: '等您看金额',
      demo_claim_account: '等您填收款账户',
    });
    expect(Object.values(turns)).toContain(undefined);
  });

  test.each(['?open=maybe', '?cursor=xyz', '?limit=1000', '?sort=asc'])('%s is refused', async (query) =>
    expect((await zhang().get(`/claims${query}`)).status).toBe(422),
  );

  test('holds nobody else’s', async () => {
    expect((await stranger().get('/claims')).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('one claim', () => {
  test('an open one: the promise that was broken, and the step that runs', async () => {
    const claim = await detail('demo_claim_open');
    expect(claim).toMatchObject({
      open: true,
      verified: true,
      status: 'contacted',
      stepNumber: 4,
      stepCount: 10,
    });
    const dispatched = claim.steps.find(({ code }) => code === 'dispatched');
    expect(dispatched).toMatchObject({ state: 'done', breached: true });
    expect(dispatched?.apology).toMatch(
      /^应在 .*\d\d:\d\d 前安排好，.*\d\d:\d\d 才排上。让您久等了，对不起。/,
    );
    expect(claim.current).toMatchObject({ code: 'surveyed', name: '到现场看车', dueHint: '来电时和您约好' });
    expect(claim.steps.map(({ state }) => state).join()).toBe(
      'done,done,done,current,next,next,next,next,next,next',
    );
  });

  test('a closed one: everything done, nothing to do', async () => {
    const claim = await detail('demo_claim_closed');
    expect(claim).toMatchObject({
      open: false,
      statusName: '已办完',
      current: null,
      stepNumber: 10,
      stepCount: 10,
      nextAction: { kind: 'rate' },
    });
    expect(claim.steps.every(({ state, breached }) => state === 'done' && !breached)).toBe(true);
  });

  test('a closed one tells what was paid, when and where to, and gives no more advice for the roadside', async () => {
    const { payouts, assessment, guidance, fastLanes } = await detail('demo_claim_closed');
    expect(payouts).toMatchObject([
      {
        purpose: 'ownDamage',
        state: 'paid',
        amountFen: assessment?.payableFen,
        account: { payee: 'insured' },
      },
    ]);
    expect(payouts[0]?.receiptNo).toMatch(/^DEMO-FK-/);
    expect([guidance, fastLanes]).toEqual([[], []]);
  });

  test('the own sum stands before the one for others, and who made the amounts is who has that step', async () => {
    const read = async (id: string) =>
      (await memberOf(core, claimsMember.memberId).get(`/claims/${id}`)).body as CoreClaimDetail;
    expect((await read('demo_claim_account')).payouts.map(({ purpose }) => purpose)).toEqual([
      'ownDamage',
      'thirdPartyLiability',
    ]);
    const { assessment, steps } = await read('demo_claim_amounts');
    expect(assessment?.assessor.name).toBe(steps.find(({ code }) => code === 'assessed')?.owner.name);
  });

  test.each(['demo_claim_open', 'nowhere'])('%s does not exist for others', async (id) =>
    expect(await stranger().get(`/claims/${id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } }),
  );

  test('a step whose clock ran out says sorry while it still runs', async () => {
    await core.pool.query(
      "update claim_steps set due_at = now() - interval '1 minute' where claim_id = 'demo_claim_open' and code = 'papersListed'",
    );
    const late = (await detail('demo_claim_open')).steps.find(({ code }) => code === 'papersListed');
    expect(late).toMatchObject({
      breached: true,
      apology: expect.stringContaining('到现在还没有') as string,
    });
  });
});

describe('photos', () => {
  const photo = { shot: 'ownFront', sha256: 'a'.repeat(64), at: '2026-11-22T14:05:00+08:00' };
  const path = '/claims/demo_claim_open/photos/photo_1';
  const received = async () => (await detail('demo_claim_open')).receivedPhotoIds;
  const events = async () => {
    const { rows } = await core.pool.query<{ kind: string }>(
      "select kind from claim_events where claim_id = 'demo_claim_open' and detail = 'photo_1' order by at",
    );
    return rows.map(({ kind }) => kind);
  };

  test('are noted once, however often they are announced, and count', async () => {
    const before = (await detail('demo_claim_open')).nextAction.title;
    expect((await zhang().put(path, photo)).status).toBe(204);
    expect((await zhang().put(path, photo)).status).toBe(204);
    expect((await systemOf(core).put(path, photo)).status).toBe(204);
    expect(await received()).toEqual(['photo_1']);
    expect(await events()).toEqual(['photoReceived']);
    expect([before, (await detail('demo_claim_open')).nextAction.title]).toEqual([
      '继续拍照，还差 8 张',
      '继续拍照，还差 7 张',
    ]);
  });

  test.each([
    ['another picture', { ...photo, sha256: 'b'.repeat(64) }],
    ['another place in the list', { ...photo, shot: 'ownRear' }],
  ])('%s under the same id is refused', async (_, changed) =>
    expect(await zhang().put(path, changed)).toMatchObject({ status: 422, body: { code: 'PHOTO_CHANGED' } }),
  );

  test('are taken back once, and a late repeat does not bring them back', async () => {
    expect((await zhang().delete(path)).status).toBe(204);
    expect((await zhang().delete(path)).status).toBe(204);
    expect((await zhang().put(path, photo)).status).toBe(204);
    expect(await received()).toEqual([]);
    expect(await events()).toEqual(['photoReceived', 'photoRemoved']);
  });

  test('of a foreign claim do not exist', async () => {
    expect((await stranger().put(path, photo)).status).toBe(404);
    expect((await stranger().delete(path)).status).toBe(404);
    expect((await systemOf(core).put('/claims/nowhere/photos/photo_1', photo)).status).toBe(404);
  });

  test.each([
    ['no shot', { ...photo, shot: undefined }],
    ['an unknown shot', { ...photo, shot: 'selfie' }],
    ['a short hash', { ...photo, sha256: 'abc' }],
    ['an unknown field', { ...photo, url: 'x' }],
  ])('%s is refused', async (_, body) => expect((await zhang().put(path, body)).status).toBe(422));
});
