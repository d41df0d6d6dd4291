import { randomBytes } from 'node:crypto';
import pino from 'pino';
import * as z from 'zod/mini';
import { createFieldCipher } from '../../../bff/crypto/field-cipher';
import { createKeyring } from '../../../bff/crypto/keyring';
import { UpstreamAway, UpstreamContractBroken, UpstreamRefusal } from '../../../bff/http/upstream-errors';
import { createLastKnown, type LastKnown } from '../../../bff/last-known/last-known';
import { readList } from '../../../bff/last-known/read-list';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const answer = z.object({ plate: z.string(), asOf: z.string() });
const away = () => Promise.reject(new UpstreamAway('core', 'connection refused'));
const first = { plate: '鲁A7K315', asOf: '2026-11-22T14:00:00+08:00' };

let database: TestDatabase;
let lastKnown: LastKnown;
beforeAll(async () => {
  database = await createTestDatabase();
  const cipher = createFieldCipher(createKeyring([randomBytes(32)]));
  lastKnown = createLastKnown({
    pool: database.pool('bff'),
    cipher,
    log: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await lastKnown.stop();
  await database.drop();
});

const read = (subject: string, what: string, fetch: () => Promise<z.infer<typeof answer>>) =>
  lastKnown.read({ subject, what, schema: answer, fetch });

describe('what was last known', () => {
  test('is shown with its age while the system is away, and only to the one it belongs to', async () => {
    expect(await read('m1', 'policy', async () => first)).toEqual({
      value: first,
      asOf: first.asOf,
      stale: false,
    });
    const known = await read('m1', 'policy', away);
    expect(known).toEqual({ value: first, asOf: '2026-11-22T14:00:00.000+08:00', stale: true });
    await expect(read('m2', 'policy', away)).rejects.toThrow(UpstreamAway);
    await expect(read('m1', 'other', away)).rejects.toThrow(UpstreamAway);
  });

  test('bridges an answer outside the interface too', async () => {
    await read('m3', 'policy', async () => first);
    const broken = () => Promise.reject(new UpstreamContractBroken('core', 'GET /policies: items'));
    expect((await read('m3', 'policy', broken)).stale).toBe(true);
  });

  test('lies encrypted', async () => {
    await read('m4', 'policy', async () => first);
    await lastKnown.stop();
    const { rows } = await database
      .pool('bff')
      .query<{ answer_sealed: Buffer }>(`select answer_sealed from last_known where subject = 'm4'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.answer_sealed.includes(Buffer.from('7K315'))).toBe(false);
  });

  test('is forgotten when the system says that it is not the person’s', async () => {
    await read('m5', 'policy', async () => first);
    const refused = new UpstreamRefusal('core', 404, { code: 'NOT_FOUND' });
    await expect(read('m5', 'policy', () => Promise.reject(refused))).rejects.toBe(refused);
    await expect(read('m5', 'policy', away)).rejects.toThrow(UpstreamAway);
  });

  test('does not hide other failures', async () => {
    await read('m6', 'policy', async () => first);
    await expect(read('m6', 'policy', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  });

  test('is replaced by a newer answer, never by an older one', async () => {
    const newer = { plate: '鲁AD52816', asOf: '2026-11-22T15:00:00+08:00' };
    await read('m7', 'policy', async () => newer);
    await read('m7', 'policy', async () => first);
    expect((await read('m7', 'policy', away)).value).toEqual(newer);
  });

  test('that no longer fits its schema is as good as nothing', async () => {
    lastKnown.keep({ subject: 'm8', what: 'policy' }, { plate: 7 }, first.asOf);
    await expect(read('m8', 'policy', away)).rejects.toThrow(UpstreamAway);
  });

  test('goes with the person', async () => {
    await read('m9', 'policy', async () => first);
    await lastKnown.forgetSubject('m9');
    await expect(read('m9', 'policy', away)).rejects.toThrow(UpstreamAway);
    await read('m9', 'policy', async () => first);
    expect((await read('m9', 'policy', away)).stale).toBe(true);
  });
});

describe('a list', () => {
  const page = z.object({
    items: z.array(z.string()),
    nextCursor: z.nullable(z.string()),
    asOf: z.optional(z.string()),
    stale: z.optional(z.boolean()),
  });
  const list = (query: Record<string, string | undefined>, fetch: () => Promise<z.infer<typeof page>>) =>
    readList(lastKnown, { subject: 'l1', name: 'claims', query, schema: page, fetch });

  test('keeps its first page for each filter; who pages on needs the system', async () => {
    await list({ open: 'true' }, async () => ({ items: ['a'], nextCursor: 'c' }));
    await list({}, async () => ({ items: ['a', 'b'], nextCursor: null }));
    expect(await list({ open: 'true' }, away)).toMatchObject({ items: ['a'], stale: true });
    expect(await list({}, away)).toMatchObject({ items: ['a', 'b'], stale: true });
    const second = await list({ cursor: 'c' }, async () => ({ items: ['b'], nextCursor: null }));
    expect(second).toMatchObject({ items: ['b'], asOf: expect.stringMatching(/\+08:00$/) });
    await expect(list({ cursor: 'c' }, away)).rejects.toThrow(UpstreamAway);
  });
});
