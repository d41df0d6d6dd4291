import { readBudget, refuseRaisedLimits } from '../../config/check/budgets';

const limit = (goal: number, limits: number[]) => ({ size: { about: 'a size', unit: 'kB', goal, limits } });

it.each(['web', 'weapp'])('holds limits of the %s build that only fall', (name) => {
  expect(Object.keys(readBudget(name)).length).toBeGreaterThan(0);
});

it('takes a list that starts at the goal or below and falls from step to step', () => {
  expect(() => refuseRaisedLimits('web', limit(150, [150, 149, 120]))).not.toThrow();
  expect(() => refuseRaisedLimits('web', limit(150, [90]))).not.toThrow();
});

it.each([
  ['a limit above the goal', [151]],
  ['a limit above the one before', [150, 120, 121]],
  ['the same limit twice', [150, 120, 120]],
  ['no limit at all', []],
])('refuses %s', (_, limits) => {
  expect(() => refuseRaisedLimits('web', limit(150, limits))).toThrow(/only goes down|has no limit/);
});
