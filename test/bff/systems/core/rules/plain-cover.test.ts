import fc from 'fast-check';
import { compulsoryLimits } from '../../../../../bff/systems/core/rules/compulsory-limits';
import { coverNames, type CoverCode } from '../../../../../bff/systems/core/rules/cover-codes';
import { payable } from '../../../../../bff/systems/core/rules/payable';
import { deductibleWords, plainCover } from '../../../../../bff/systems/core/rules/plain-cover';

import type { SoldCover } from '../../../../../bff/systems/core/rules/sold-policy';

const YUAN = 100;
const startsAt = new Date('2026-03-31T00:00:00+08:00');
const endsAt = new Date('2027-03-31T00:00:00+08:00');

const sold = (code: CoverCode, sumYuan: number | null, deductiblePercent = 0): SoldCover => ({
  code,
  name: coverNames[code],
  sumInsuredFen: sumYuan === null ? null : sumYuan * YUAN,
  units: null,
  deductiblePercent,
});
const explain = (cover: SoldCover, others: SoldCover[] = []) =>
  plainCover(cover, { startsAt, endsAt, coverages: [cover, ...others] });

describe('what a cover pays', () => {
  test.each([
    // loss, sum, deductible → paid, own (fen)
    [16_000_00, 2_000_000_00, 0, 16_000_00, 0],
    [16_000_00, 10_000_00, 0, 10_000_00, 6_000_00],
    [16_000_00, 1_000_000_00, 5, 15_200_00, 800_00],
    [16_000_00, 15_000_00, 5, 14_250_00, 1_750_00],
    [1_01, 1_000_00, 5, 95, 6],
    [0, 1_000_00, 5, 0, 0],
    [6_000_00, 0, 0, 0, 6_000_00],
    [6_000_00, 9_000_00, 100, 0, 6_000_00],
  ])('%d under %d with %d %% → %d, own %d', (lossFen, sumInsuredFen, deductiblePercent, paidFen, ownFen) =>
    expect(payable({ lossFen, sumInsuredFen, deductiblePercent })).toMatchObject({ paidFen, ownFen }),
  );

  test('both shares always add up to the loss, and the sum is never passed', () => {
    const money = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        money,
        money,
        fc.integer({ min: 0, max: 100 }),
        (lossFen, sumInsuredFen, deductiblePercent) => {
          const share = payable({ lossFen, sumInsuredFen, deductiblePercent });
          expect(share.paidFen + share.ownFen).toBe(lossFen);
          expect(share.paidFen).toBeLessThanOrEqual(sumInsuredFen);
          expect(share.paidFen).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('limits of the compulsory insurance', () => {
  test.each([
    ['2026-01-01T00:00:00+08:00', true, 180_000, 18_000, 2_000],
    ['2026-01-01T00:00:00+08:00', false, 18_000, 1_800, 100],
    ['2020-09-19T00:00:00+08:00', true, 180_000, 18_000, 2_000],
    ['2020-09-18T23:59:59+08:00', true, 110_000, 10_000, 2_000],
    ['2020-09-18T23:59:59+08:00', false, 11_000, 1_000, 100],
    ['2008-01-31T23:59:59+08:00', true, 50_000, 8_000, 2_000],
    ['2008-01-31T23:59:59+08:00', false, 10_000, 1_600, 400],
    ['2006-06-30T23:59:59+08:00', true, 0, 0, 0],
  ])('%s, at fault %p: %d / %d / %d', (at, atFault, death, medical, property) =>
    expect(compulsoryLimits(new Date(at), atFault)).toEqual({
      deathFen: death * YUAN,
      medicalFen: medical * YUAN,
      propertyFen: property * YUAN,
    }),
  );
});

describe('the answer for this very policy', () => {
  test('damage to others: the compulsory insurance first, this one next, and what is left', () => {
    expect(explain(sold('thirdParty', 2_000_000))).toEqual({
      question: '撞坏了别人的车，谁来赔？',
      answer: '交强险先赔，不够的由这一份接着赔，最多 ¥2,000,000.00。伤了人也一样。',
      example:
        '您追尾前车，全责，对方修车 ¥18,000.00：交强险先赔 ¥2,000.00，这一份接着赔 ¥16,000.00，您自己出 ¥0.00。',
    });
  });

  test('the deductible of this policy is taken off in the sum', () => {
    const { answer, example } = explain(sold('thirdParty', 1_000_000, 5));
    expect(answer).toContain('每次您先自己承担 5%。');
    expect(example).toContain('这一份接着赔 ¥15,200.00，您自己出 ¥800.00。');
  });

  test('a small sum leaves a part to the insured', () => {
    expect(explain(sold('vehicleDamage', 5_000)).example).toContain(
      '这一份赔 ¥5,000.00，您自己出 ¥1,000.00。',
    );
  });

  test.each<[CoverCode, number | null, string, string]>([
    ['compulsoryProperty', 2_000, '最多 ¥100.00', '交强险先赔 ¥2,000.00，还差 ¥16,000.00'],
    ['compulsoryMedical', 18_000, '最多 ¥1,800.00', '交强险先赔 ¥18,000.00，还差 ¥12,000.00'],
    ['compulsoryDeath', 180_000, '最多 ¥18,000.00', '交强险先赔 ¥180,000.00，还差 ¥80,000.00'],
    ['vehicleDamage', 128_600, '最多 ¥128,600.00', '这一份赔 ¥6,000.00，您自己出 ¥0.00。'],
    ['evVehicleDamage', 128_600, '最多 ¥128,600.00', '这一份赔 ¥6,000.00，您自己出 ¥0.00。'],
    ['evThirdParty', 3_000_000, '最多 ¥3,000,000.00', '这一份接着赔 ¥16,000.00'],
    ['driver', 5_000, '最多 ¥5,000.00', '这一份赔 ¥5,000.00，您自己出 ¥3,000.00。'],
    ['evDriver', 20_000, '最多 ¥20,000.00', '这一份赔 ¥8,000.00，您自己出 ¥0.00。'],
    ['passengers', 5_000, '每个座位最多 ¥5,000.00', '这一份一共赔 ¥10,000.00，您自己出 ¥2,000.00。'],
    ['evPassengers', 10_000, '每个座位最多 ¥10,000.00', '这一份一共赔 ¥12,000.00，您自己出 ¥0.00。'],
    ['gridFailure', 128_600, '最多 ¥128,600.00', '这一份赔 ¥4,000.00'],
    ['charger', 2_500, '最多 ¥2,500.00', '这一份赔 ¥2,500.00，您自己出 ¥500.00。'],
    ['chargerLiability', 100_000, '最多 ¥100,000.00', '这一份赔 ¥12,000.00'],
    ['scratch', 2_000, '最多 ¥2,000.00', '这一份赔 ¥1,200.00'],
    ['medicalOutsideList', 3_000, '最多 ¥3,000.00', '这一份赔 ¥3,000.00，您自己出 ¥2,000.00。'],
  ])('%s with %p yuan', (code, sumYuan, answer, example) => {
    const plain = explain(sold(code, sumYuan));
    expect(plain.answer).toContain(answer);
    expect(plain.example).toContain(example);
  });

  test('on holidays the sum of the cover for others doubles, by the sum of this policy', () => {
    const plain = explain(sold('holidayDouble', null), [sold('thirdParty', 1_500_000)]);
    expect(plain.answer).toContain('从 ¥1,500,000.00 变成 ¥3,000,000.00');
    expect(plain.example).toBe(
      '交强险赔过之后还差 ¥2,000,000.00：平时这一份赔 ¥1,500,000.00，节假日赔 ¥2,000,000.00。',
    );
  });

  test('a service has no sum and no made-up example', () => {
    expect(explain(sold('roadside', null)).example).toBeNull();
  });

  test('a cover without a rule is not explained by guessing', () => {
    const cover = {
      code: 'somethingNew',
      name: '新的保障',
      sumInsuredFen: 100_00,
      units: null,
      deductiblePercent: 0,
    };
    expect(explain(cover)).toEqual({
      question: '新的保障管什么？',
      answer: '这一项最多 ¥100.00。管什么、不管什么，请看下面的条款原文。',
      example: null,
    });
  });

  test('a deductible is said where there is one', () => {
    expect(deductibleWords(sold('thirdParty', 1, 5))).toBe('每次事故您自己承担 5%（绝对免赔率）');
    expect(deductibleWords(sold('thirdParty', 1))).toBeNull();
  });
});
