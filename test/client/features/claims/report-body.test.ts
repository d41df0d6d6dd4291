import { toGcj02 } from '@/features/claims/report/gcj02';
import { reportBody, wrongFields, wrongTime } from '@/features/claims/report/report-body';
import { emptyDraft, unknownCar, type ReportDraft } from '@/features/claims/report/report-draft';
import { firstOpenStep, stepsFor } from '@/features/claims/report/report-steps';
import { claimReport } from '../../../../bff/features/claims/contract';

const NOW = '2026-11-22T06:05:00.000Z';
const whole: ReportDraft = {
  ...emptyDraft(NOW, '+86 138 0000 0001'),
  injured: false,
  car: { plate: '鲁A·7K315', model: null },
  scenario: 'rearEnd',
};
const justNow = () => new Date(Date.now() - 60_000).toISOString();
const one = { plate: '鲁A7K315', model: null };
const two = { plate: '鲁AD52816', model: null };

describe('a report on its way', () => {
  it('is what the contract takes', () => {
    const body = reportBody(whole);
    expect(claimReport.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({ occurredAt: '2026-11-22T14:05:00+08:00', contactPhone: '13800000001' });
  });

  it('does not exist while a question is open', () => {
    expect(reportBody({ ...whole, scenario: undefined })).toBeUndefined();
  });

  it.each([
    ['typed', { address: ' 经十路 ' }, '经十路'],
    ['only found by the phone', { position: { latitude: 36.6, longitude: 117.1 } }, '按手机定位'],
    ['unknown', {}, '地点等查勘员来电确认'],
  ])('has a place when it is %s', (_how, patch, address) => {
    expect(reportBody({ ...whole, ...patch })?.place.address).toBe(address);
  });

  it('carries the other car only when its plate was typed', () => {
    expect(reportBody(whole)).not.toHaveProperty('otherParties');
    const otherCars = [{ ...unknownCar(), plate: '鲁b 12345', phone: '139 0000 0002' }, unknownCar()];
    const body = reportBody({ ...whole, otherCars });
    expect(body?.otherParties).toEqual([{ plate: '鲁B12345', phone: '13900000002' }]);
    expect(claimReport.safeParse(body).success).toBe(true);
  });

  it.each([
    [{ occurredAt: new Date(Date.now() + 20 * 60_000).toISOString() }, 'occurredAt'],
    [{ address: '路'.repeat(101) }, 'address'],
    [{ contactPhone: '' }, 'contactPhone'],
    [{ driverIsMe: false }, 'driverName'],
    [{ otherCars: [{ ...unknownCar(), plate: 'ABC' }] }, 'otherCars.0.plate'],
    [{ otherCars: [{ ...unknownCar(), plate: '鲁B12345', phone: '12' }] }, 'otherCars.0.phone'],
  ])('names what is wrong with %o', (patch, field) => {
    expect(Object.keys(wrongFields({ ...whole, occurredAt: justNow(), ...patch }))).toEqual([field]);
  });
});

describe('the time of an accident', () => {
  const now = Date.parse('2026-11-22T14:05:00+08:00');

  it.each([
    ['this very moment', '2026-11-22T14:05:00+08:00', undefined],
    ['by a clock that is ten minutes ahead of the phone', '2026-11-22T14:15:00+08:00', undefined],
    ['in a quarter of an hour', '2026-11-22T14:20:00+08:00', /还没到这个时间/],
    ['a second less than two years ago', '2024-11-22T14:05:01+08:00', undefined],
    ['two years ago', '2024-11-22T14:05:00+08:00', /超过两年/],
  ])('%s', (_when, occurredAt, said) => {
    const wrong = wrongTime(occurredAt, now);
    if (said) expect(wrong).toMatch(said);
    else expect(wrong).toBeUndefined();
  });
});

describe('the questions', () => {
  it.each([
    ['no car is known', [], 4],
    ['there is one', [one], 3],
    ['there are two', [one, two], 4],
    ['nobody knows yet', undefined, 4],
  ])('are as many as needed when %s', (_what, cars, count) => {
    expect(stepsFor(cars, emptyDraft(NOW, ''))).toHaveLength(count);
  });

  it('ask about the car again when another plate was typed before', () => {
    expect(stepsFor([one], { ...whole, car: two })).toHaveLength(4);
  });

  it('go on at the first without an answer', () => {
    const steps = stepsFor([one, two], whole);
    expect(firstOpenStep(steps, emptyDraft(NOW, ''))).toBe('injury');
    expect(firstOpenStep(steps, { ...whole, scenario: undefined })).toBe('scenario');
    expect(firstOpenStep(steps, whole)).toBe('confirm');
  });
});

describe('a position on a Chinese map', () => {
  it('moves by the published shift inside the country', () => {
    const { latitude, longitude } = toGcj02({ latitude: 39.908823, longitude: 116.39747 });
    expect(latitude).toBeCloseTo(39.910226, 4);
    expect(longitude).toBeCloseTo(116.403713, 4);
  });

  it('stays where it is elsewhere', () => {
    expect(toGcj02({ latitude: 48.85, longitude: 2.35 })).toEqual({ latitude: 48.85, longitude: 2.35 });
  });
});
