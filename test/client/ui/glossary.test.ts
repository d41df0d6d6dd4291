import { glossary, plainInstead, termsIn } from '@/ui/glossary';
import { houseWordsIn, whereTermsStand } from '../../../config/check/trade-words';

describe('the glossary', () => {
  it('finds the longer word where it holds a shorter one', () => {
    expect(termsIn('被保险人和保险人，还有被保险人')).toEqual(['被保险人', '保险人']);
    expect(termsIn('责任限额内')).toEqual(['责任限额']);
    expect(termsIn('没有行话')).toEqual([]);
  });

  it('explains in words that need no explanation', () => {
    for (const [term, plain] of Object.entries(glossary)) {
      expect(plain).toMatch(/。$/);
      for (const house of Object.keys(plainInstead))
        expect([term, plain.includes(house)]).toEqual([term, false]);
    }
  });

  it('never explains a word that may not be shown', () => {
    expect(Object.keys(glossary).filter((term) => term in plainInstead)).toEqual([]);
  });
});

/** Said by an insurer's own clauses and notices; ours say them in other words, and explain them where a connected core does. */
const BROUGHT_BY_A_CORE = ['免赔额', '互碰自赔', '代位', '重复保险'];

it('explains words that are said somewhere, and no others', () => {
  const standing = whereTermsStand(Object.keys(glossary));
  const nowhere = Object.keys(glossary).filter((term) => !standing.has(term));
  expect(nowhere).toEqual(BROUGHT_BY_A_CORE);
});

describe('the check of words', () => {
  const check = (code: string) => houseWordsIn('client/features/claims/messages.ts', code);

  it('refuses a word of the house in a string, a template and a screen', () => {
    expect(check(`const words = { step: '正在理算' };`)).toEqual([
      'client/features/claims/messages.ts:1 理算, say 计算赔款',
    ]);
    expect(check('const words = `${name}已立案`;')).toHaveLength(1);
  });

  it('takes everyday words, comments and the quoted law', () => {
    expect(check(`const words = { step: '确定损失金额、审核赔款' };`)).toEqual([]);
    expect(check(`/** 定损 in the trade. */ const step = '算清损失';`)).toEqual([]);
    expect(check(`const clock = { source: '首次查勘、定损' };`)).toEqual([]);
  });
});
