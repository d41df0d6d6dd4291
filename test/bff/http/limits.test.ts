import { createSecretKey } from 'node:crypto';
import type { Pool } from 'pg';
import { createLimits, waitInWords, type Limits } from '../../../bff/http/limits';
import { createPool } from '../../../bff/database/pool';
import { createEmptyDatabase, type TestDatabase } from '../../support/database';
import { prepareBffSchema } from '../../support/template';

const hmacKey = createSecretKey(Buffer.alloc(32, 5));
const phone = '13800000001';
let database: TestDatabase;
let pool: Pool;
let limits: Limits;

beforeAll(async () => {
  database = await createEmptyDatabase();
  await prepareBffSchema(database.url);
  pool = database.pool('bff');
  limits = createLimits({ pool, hmacKey });
});
afterAll(() => database.drop());
beforeEach(() => pool.query('truncate rate_limits'));

const refused = (promise: Promise<void>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a limit', () => {
  it('lets through what is allowed and says when to come back', async () => {
    await limits.take('smsPerPhoneMinute', phone);
    const problem = await refused(limits.take('smsPerPhoneMinute', phone));
    expect(problem).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(problem).toMatchObject({
      detail: expect.stringMatching(/^验证码刚刚发过，请 (60|5\d) 秒|1 分钟后再试/),
    });
    const { retryAfterSeconds } = (problem as { extras: { retryAfterSeconds: number } }).extras;
    expect(retryAfterSeconds).toBeGreaterThan(50);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it('counts each subject and each name alone', async () => {
    await limits.take('smsPerPhoneMinute', phone);
    await limits.take('smsPerPhoneMinute', '13800000002');
    await limits.take('smsPerPhoneDay', phone);
  });

  it('is one limit for several servers, and exact when they ask at once', async () => {
    const other = createPool({ url: database.url, name: 'other replica', schema: 'bff' });
    const twin = createLimits({ pool: other, hmacKey });
    const takes = Array.from({ length: 40 }, (_unused, index) =>
      refused((index % 2 ? limits : twin).take('identityPerDay', 'account-1')),
    );
    const outcomes = await Promise.all(takes);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(5);
    await other.end();
  });

  it('can be given back', async () => {
    await limits.take('smsPerPhoneMinute', phone);
    await limits.giveBack('smsPerPhoneMinute', phone);
    expect(await refused(limits.take('smsPerPhoneMinute', phone))).toBeUndefined();
  });

  it('opens again when its window is over', async () => {
    await limits.take('smsPerPhoneMinute', phone);
    await pool.query('update rate_limits set expire = expire - 61000');
    expect(await refused(limits.take('smsPerPhoneMinute', phone))).toBeUndefined();
  });

  it('keeps no phone in the table', async () => {
    await limits.take('smsPerPhoneMinute', phone);
    const { rows } = await pool.query<{ key: string }>('select key from rate_limits');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).not.toContain(phone);
  });
});

it.each([
  [1, '1 秒'],
  [59, '59 秒'],
  [60, '1 分钟'],
  [3599, '60 分钟'],
  [86_400, '24 小时'],
])('%i seconds are %s', (seconds, words) => expect(waitInWords(seconds)).toBe(words));
