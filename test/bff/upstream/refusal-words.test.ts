import { Problem } from '../../../bff/http/problem';
import { UpstreamAway, UpstreamRefusal } from '../../../bff/http/upstream-errors';
import { inOurWords } from '../../../bff/upstream/refusal-words';

const refused = (status: number, problem: Record<string, unknown> & { code: string }) => () =>
  Promise.reject(new UpstreamRefusal('club', status, problem));

async function wordsOf(work: () => Promise<unknown>) {
  const error: unknown = await inOurWords(
    { GIFT_EXPIRED: '过期了', USED: ({ at }) => `在 ${String(at)} 用过` },
    work,
  ).catch((caught: unknown) => caught);
  if (!(error instanceof Problem)) throw error;
  return error;
}

describe('refusals of a system of record', () => {
  test('are said in our words, with their status, code and members', async () => {
    const problem = await wordsOf(
      refused(409, { code: 'GIFT_EXPIRED', detail: '内部：状态机 E17', expiredAt: 'x' }),
    );
    expect(problem).toMatchObject({ status: 409, code: 'GIFT_EXPIRED', detail: '过期了' });
    expect(problem.extras.members).toEqual({ expiredAt: 'x' });
  });

  test('may be told from their members', async () => {
    expect((await wordsOf(refused(409, { code: 'USED', at: '14:05' }))).detail).toBe('在 14:05 用过');
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
