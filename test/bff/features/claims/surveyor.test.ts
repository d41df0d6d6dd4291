import { randomUUID } from 'node:crypto';
import { startStack, type Stack } from '../../../support/stack';
import { anonymous } from '../caller';

jest.setTimeout(60_000);

let running: Stack | undefined;
afterEach(() => running?.stop());

const paths = ['/surveyor/cases', '/surveyor/cases/demo_claim_open'];

test('in demo mode anybody plays surveyor, and the core system still asks for a surveyor', async () => {
  // Every open case is read whole; a busy machine may take longer than a phone would wait.
  const demo = await startStack({ seeded: true, env: { READ_DEADLINE_MS: '20000' } });
  running = demo;
  const nobody = anonymous(demo);
  const answers = await Promise.all(paths.map((path) => nobody.get(path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(`${demo.baseUrl}/demo/surveyor`)).status).toBe(200);
  const straight = await fetch(`${demo.systems.core}/v1/surveyor/cases`);
  expect(straight.status).toBe(401);
});

const found = {
  ...{ action: 'survey', faultPercent: 70, agreed: true, policeDecided: false, outsideProperty: false },
  ...{ otherHasCompulsory: true, estimatedOwnFen: 100_00, estimatedOtherFen: 100_00 },
};
interface Told {
  code: string;
  detail: string;
  errors: { path: string; message: string }[];
}

test('what was mistyped is told, and what core could not do is not called perhaps done', async () => {
  const demo = await startStack({ seeded: true, env: { CLAIM_PACE_SECONDS: '86400' } });
  running = demo;
  const act = (body: object) =>
    anonymous(demo).post<Told>('/surveyor/cases/demo_claim_open/actions', body, randomUUID());
  const mistyped = await act({ ...found, faultPercent: 'abc' });
  expect(mistyped).toMatchObject({
    status: 422,
    body: {
      code: 'INVALID_INPUT',
      errors: [{ path: 'faultPercent', message: expect.stringMatching(/责任只能是/) as string }],
    },
  });
  const core = demo.database.pool('core');
  await core.query('alter table claim_surveys add constraint broken check (fault_percent < 0) not valid');
  const failed = await act(found);
  expect(failed).toMatchObject({ status: 500, body: { code: 'ACTION_FAILED' } });
  expect(failed.body.detail).toContain('什么都没有改');
  expect(failed.body.detail).not.toContain('查询进度');
  await core.query('alter table claim_surveys drop constraint broken');
  expect((await act(found)).status).toBe(201);
});

test('outside demo mode there is no such page and no such route, also not in the interface description', async () => {
  const real = await startStack({
    seeded: true,
    env: {
      DEMO: '0',
      SMS_URL: 'http://127.0.0.1:9',
      WECHAT_URL: 'http://127.0.0.1:9',
      IDENTITY_URL: 'http://127.0.0.1:9',
      WECHAT_APP_ID: 'wx1',
      WECHAT_APP_SECRET: 'secret',
      INSURER_HOTLINES: '甲财险=400-111-2222, 乙财险=95500',
    },
  });
  running = real;
  const outside = anonymous(real);
  const answers = await Promise.all([
    ...paths.map((path) => outside.get(path)),
    outside.post('/surveyor/cases/demo_claim_open/actions', { action: 'take' }),
    fetch(`${real.baseUrl}/demo/surveyor`),
    fetch(`${real.baseUrl}/demo/surveyor.js`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const { body: described } = await outside.get<{ paths: Record<string, unknown> }>('/openapi.json');
  expect(Object.keys(described.paths).filter((path) => path.includes('surveyor'))).toEqual([]);
  const { body: hotlines } = await outside.get('/insurer-hotlines');
  expect(hotlines).toEqual({
    items: [
      { name: '甲财险', phone: '400-111-2222' },
      { name: '乙财险', phone: '95500' },
    ],
    note: '对方的保单或保险卡上也有报案电话。',
  });
});
