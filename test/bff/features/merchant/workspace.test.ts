import type { Caller } from '../caller';
import { startMemberStack, type MemberStack } from '../member-stack';

interface Settlement {
  id: string;
  state: string;
  totalFen: number;
  lines: { lineId: string; amountFen: number }[];
}

let product: MemberStack;
let clerk: Caller;
let owner: Caller;
beforeAll(async () => {
  product = await startMemberStack();
  clerk = await product.signIn('13900000001');
  owner = await product.signIn('13900000002');
});
afterAll(() => product.stop());

const statements = async () => (await owner.get<{ items: Settlement[] }>('/merchant/settlements')).body.items;

describe('the owner’s statements', () => {
  test('are listed, read, downloaded, objected to and confirmed; to a clerk they do not exist', async () => {
    const [open, disputed, waiting] = await statements();
    expect([open?.state, disputed?.state, waiting?.state]).toEqual(['open', 'disputed', 'closed']);
    const { body } = await owner.get<Settlement>(`/merchant/settlements/${waiting?.id ?? ''}`);
    expect(body.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(body.totalFen);
    const file = await owner.get(`/merchant/settlements/${body.id}/statement.xlsx`);
    expect([file.status, file.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect((await clerk.get(`/merchant/settlements/${body.id}`)).status).toBe(404);
    const objection = { lineId: body.lines[0]?.lineId, reason: '多结了一次' };
    const objected = await owner.post<{ settlement: Settlement }>(
      `/merchant/settlements/${body.id}/disputes`,
      objection,
    );
    expect([objected.status, objected.body.settlement.state]).toEqual([201, 'disputed']);
    expect(await owner.post(`/merchant/settlements/${body.id}/confirmation`, {})).toMatchObject({
      status: 409,
      body: { code: 'SETTLEMENT_DISPUTED', detail: '还有异议没有答复。答复以后再确认' },
    });
  });
});

describe('the staff', () => {
  test('is invited by phone and told by SMS, works at once, and is gone at once', async () => {
    const stores = await owner.get<{ items: { id: string }[] }>('/merchant/stores');
    const storeIds = [stores.body.items[0]?.id];
    const invitation = { phone: '13611112222', name: '周小雨', role: 'clerk', storeIds };
    const invited = await owner.post<{ clerk: { id: string; phoneMasked: string; joined: boolean } }>(
      '/merchant/clerks',
      invitation,
    );
    expect(invited).toMatchObject({
      status: 201,
      body: { clerk: { phoneMasked: '136****2222', joined: false } },
    });
    let texts: string[] = [];
    while (!texts.some((text) => text.includes('邀请您作为店员')))
      texts = (await product.stack.inbox('13611112222')).map(({ text }) => text);
    const fresh = await product.signIn('13611112222');
    expect((await fresh.get<{ stores: object[] }>('/me')).body.stores).toHaveLength(1);
    expect((await fresh.get('/merchant/summary')).status).toBe(200);
    const twice = await owner.post('/merchant/clerks', invitation);
    expect(twice).toMatchObject({ status: 409, body: { code: 'CLERK_ALREADY_THERE' } });
    expect((await clerk.post('/merchant/clerks', { ...invitation, phone: '13611113333' })).status).toBe(404);
    expect((await owner.send('DELETE', `/merchant/clerks/${invited.body.clerk.id}`)).status).toBe(204);
    expect((await fresh.get('/merchant/summary')).status).toBe(404);
  });

  test('loses the rights of a phone that was lost, at once; the owner sees every device, a clerk the own ones', async () => {
    const lost = await product.signIn('13900000001');
    const own = await lost.get<{ items: { id: string; current: boolean }[] }>('/merchant/devices');
    const device = own.body.items.find(({ current }) => current);
    const seen = await owner.get<{ items: { id: string; clerkName: string }[] }>('/merchant/devices');
    expect(seen.body.items.map(({ id }) => id)).toContain(device?.id);
    const ownersDevice = seen.body.items.find(({ clerkName }) => clerkName === '陈志远');
    expect((await lost.send('DELETE', `/merchant/devices/${ownersDevice?.id ?? ''}`)).status).toBe(404);
    expect((await owner.send('DELETE', `/merchant/devices/${device?.id ?? ''}`)).status).toBe(204);
    expect((await lost.get('/merchant/summary')).status).toBe(401);
    expect((await clerk.get('/merchant/summary')).status).toBe(200);
  });
});

describe('the own stores', () => {
  test('have hours, a day that differs, and a switch that stops them', async () => {
    const { body } = await owner.get<{ items: { id: string }[] }>('/merchant/stores');
    const id = body.items[1]?.id ?? '';
    const hours = { opensMinute: 540, closesMinute: 1080, openWeekdays: [1, 2, 3, 4, 5] };
    expect(await owner.send('PUT', `/merchant/stores/${id}/opening-hours`, { body: hours })).toMatchObject({
      status: 200,
      body: { store: { openingHours: '周一至周五 9:00–18:00' } },
    });
    const day = { opensMinute: null, closesMinute: null, note: '春节' };
    expect(
      await owner.send('PUT', `/merchant/stores/${id}/special-days/2099-02-01`, { body: day }),
    ).toMatchObject({
      status: 200,
      body: { store: { specialDays: [{ date: '2099-02-01', note: '春节' }] } },
    });
    expect(
      await owner.send('PUT', `/merchant/stores/${id}/special-days/2099-02-01`, {
        body: { ...day, opensMinute: 600 },
      }),
    ).toMatchObject({ status: 422 });
    const stopped = await owner.send('PUT', `/merchant/stores/${id}/suspension`, {
      body: { reason: '装修' },
    });
    expect(stopped).toMatchObject({ status: 200, body: { store: { suspension: { by: 'owner' } } } });
    const listed = await product.member.get<{ items: { id: string }[] }>('/stores?limit=100');
    expect(listed.body.items.map((store) => store.id)).not.toContain(id);
    expect((await clerk.send('DELETE', `/merchant/stores/${id}/suspension`)).status).toBe(404);
    expect((await owner.send('DELETE', `/merchant/stores/${id}/suspension`)).status).toBe(200);
  });
});
