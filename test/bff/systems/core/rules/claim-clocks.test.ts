import {
  claimClocks,
  clocksFrom,
  dueAfter,
  publishedClocks,
  type ClockCode,
} from '../../../../../bff/systems/core/rules/claim-clocks';
import { stageCodes } from '../../../../../bff/systems/core/rules/claim-stages';
import { isBreached } from '../../../../../bff/systems/core/rules/claim-words';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const from = new Date('2026-11-18T14:05:07+08:00');

const byMinutes: [ClockCode, number][] = [
  ['dispatched', 1 * MINUTE],
  ['escalatedToLead', 5 * MINUTE],
  ['contacted', 10 * MINUTE],
  ['papersListed', 1 * DAY],
  ['registered', 1 * DAY],
  ['assessed', 3 * DAY],
  ['reviewed', 5 * DAY],
  ['paid', 10 * DAY],
  ['refusalNotice', 3 * DAY],
  ['withdrawalFinal', 1 * DAY],
];
/** Three of them by working days; each has cases of its own below. */
const byWorkingDays: ClockCode[] = ['reassessed', 'paperReviewed', 'reopenAnswered'];

test('no clock of the table is without its second', () => {
  const tested = [...byMinutes.map(([code]) => code), ...byWorkingDays];
  expect(tested.sort()).toEqual(claimClocks.map(({ code }) => code).sort());
});

test.each(byMinutes)(
  '%s: kept a second before and at its second, broken a second after',
  (code, withinMs) => {
    const dueAt = dueAfter(code, from);
    expect(dueAt.getTime() - from.getTime()).toBe(withinMs);
    const after = (seconds: number) => new Date(dueAt.getTime() + seconds * 1_000);
    expect([-1, 0, 1].map((seconds) => isBreached({ dueAt, doneAt: null }, after(seconds)))).toEqual([
      false,
      false,
      true,
    ]);
    expect([-1, 0, 1].map((seconds) => isBreached({ dueAt, doneAt: after(seconds) }, after(DAY)))).toEqual([
      false,
      false,
      true,
    ]);
  },
);

test.each<[string, ClockCode, string, string]>([
  [
    'a Friday afternoon: the weekend is not counted',
    'paperReviewed',
    '2026-11-20T17:00:00+08:00',
    '2026-11-24T00:00:00+08:00',
  ],
  [
    'before National Day 2025: the whole holiday passes',
    'paperReviewed',
    '2025-09-30T17:00:00+08:00',
    '2025-10-10T00:00:00+08:00',
  ],
  [
    'a Saturday that is worked (调休) counts',
    'paperReviewed',
    '2025-10-10T17:00:00+08:00',
    '2025-10-12T00:00:00+08:00',
  ],
  [
    'a Sunday before the Spring Festival that is worked counts',
    'paperReviewed',
    '2025-01-25T09:00:00+08:00',
    '2025-01-27T00:00:00+08:00',
  ],
  [
    'a midnight in China belongs to the new day',
    'paperReviewed',
    '2026-11-18T00:00:00+08:00',
    '2026-11-20T00:00:00+08:00',
  ],
  ['three working days', 'reassessed', '2026-11-19T10:00:00+08:00', '2026-11-25T00:00:00+08:00'],
  [
    'three working days for a reopening',
    'reopenAnswered',
    '2026-11-16T10:00:00+08:00',
    '2026-11-20T00:00:00+08:00',
  ],
])('%s', (_why, code, begin, end) => {
  const dueAt = dueAfter(code, new Date(begin));
  expect(dueAt.toISOString()).toBe(new Date(end).toISOString());
  const after = (seconds: number) => new Date(dueAt.getTime() + seconds * 1_000);
  expect([-1, 0, 1].map((seconds) => isBreached({ dueAt, doneAt: null }, after(seconds)))).toEqual([
    false,
    false,
    true,
  ]);
});

test('every clock names its source, its words and who keeps it', () => {
  for (const clock of publishedClocks()) {
    const { source, name, plain, from: begins, target, ownerRole } = clock;
    for (const words of [source, name, plain, begins, target, ownerRole]) expect(words).not.toBe('');
    expect(`${name}${plain}`).not.toMatch(/立案|理算|(?<!审)核赔|定损(?!失)|调度|单证/);
  }
});

test('a step’s clock starts with a step that comes before its own', () => {
  for (const { code, from: begins } of claimClocks) {
    if (!stageCodes.includes(code) || !stageCodes.includes(begins)) continue;
    expect(stageCodes.indexOf(begins)).toBeLessThan(stageCodes.indexOf(code));
  }
  expect(clocksFrom('reported', stageCodes).map(({ code }) => code)).toEqual([
    'dispatched',
    'contacted',
    'papersListed',
  ]);
});
