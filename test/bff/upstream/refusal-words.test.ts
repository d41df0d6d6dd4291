import { Problem } from '../../../bff/http/problem';
import { UpstreamAway, UpstreamRefusal } from '../../../bff/http/upstream-errors';
import * as z from 'zod/mini';
import { count, instant } from '../../../bff/http/contract';
import { inOurWords, telling } from '../../../bff/upstream/refusal-words';

const refused = (status: number, problem: Record<string, unknown> & { code: string }) => () =>
  Promise.reject(new UpstreamRefusal('club', status, problem));

const use = z.object({ at: instant, storeName: z.string() });
const words = {
  GIFT_EXPIRED: telling({ expiredAt: instant }, '过期了'),
  USED: telling({ use, usesLeft: count }, (told) => `在${told.use?.storeName ?? '别处'}用过`),
  PLAIN: '不行',
};

async function wordsOf(work: () => Promise<unknown>) {
  const error: unknown = await inOurWords(words, work).catch((caught: unknown) => caught);
  if (!(error instanceof Problem)) throw error;
  return error;
}

const AT = '2026-11-22T14:05:00+08:00';

describe('refusals of a system of record', () => {
  test('are said in our words, with their status, their code and the members that are named for it', async () => {
    const problem = await wordsOf(
      refused(409, {
        code: 'GIFT_EXPIRED',
        detail: '内部：状态机 E17',
        expiredAt: AT,
        branch: '历下',
        phone: '13800000001',
      }),
    );
    expect(problem).toMatchObject({ status: 409, code: 'GIFT_EXPIRED', detail: '过期了' });
    expect(problem.extras.members).toEqual({ expiredAt: AT });
  });

  test('lose what is not as named, and what lies inside of what is', async () => {
    const told = { at: AT, storeName: '历下店', clerkPhone: '13900000001' };
    const problem = await wordsOf(refused(409, { code: 'USED', use: told, usesLeft: 'ORA-00942' }));
    expect(problem.extras.members).toEqual({ use: { at: AT, storeName: '历下店' } });
    expect(problem.detail).toBe('在历下店用过');
  });

  test.each(['PLAIN', 'NEVER_HEARD_OF'])('with the code %s pass no member at all', async (code) => {
    const problem = await wordsOf(refused(409, { code, expiredAt: AT, owner: '张建国', stack: 'at core' }));
    expect(problem.extras.members).toEqual({});
  });

  test('without their members still have a sentence', async () => {
    expect((await wordsOf(refused(409, { code: 'USED' }))).detail).toBe('在别处用过');
  });

  test.each(['NEVER_HEARD_OF', 'constructor', 'toString'])(
    'with the unknown code %s get a general sentence, never the words of the system',
    async (code) => {
      const problem = await wordsOf(refused(409, { code, detail: '系统内部说明' }));
      expect(problem.detail).toBe('现在的状态不允许这样做，请刷新后再看');
    },
  );

  test('of bad input say which field first', async () => {
    const errors = [{ path: 'occurredAt', code: 'IN_FUTURE', message: '出险时间在将来，请检查日期和时间' }];
    const problem = await wordsOf(refused(422, { code: 'INVALID_INPUT', errors }));
    expect(problem).toMatchObject({ detail: errors[0]?.message, extras: { errors } });
  });

  test('everything else passes unchanged', async () => {
    const away = new UpstreamAway('club', 'refused connection');
    await expect(inOurWords({}, () => Promise.reject(away))).rejects.toBe(away);
    await expect(inOurWords({}, async () => 7)).resolves.toBe(7);
  });
});
