import {
  course,
  ownerRole,
  stageOf,
  stages,
  staffRoles,
  statusAfter,
  type ClaimStatus,
} from '../../../../../bff/systems/core/rules/claim-stages';
import { guidanceFor } from '../../../../../bff/systems/core/rules/guidance';
import {
  apologyWords,
  isBreached,
  statusWords,
  stepWords,
} from '../../../../../bff/systems/core/rules/claim-words';
import { nextAction, yourTurn, type ClaimSituation } from '../../../../../bff/systems/core/rules/next-action';

describe('the course', () => {
  test('leads from the report to the end, each stage once', () => {
    const walked: string[] = [];
    for (let at: ClaimStatus | undefined = 'reported'; at; at = statusAfter(at)) walked.push(at);
    expect(walked).toEqual([...course]);
    expect(walked.at(-1)).toBe('closed');
  });

  test.each(['closed', 'withdrawn', 'refused', 'nonsense'])('nothing comes after %s', (status) =>
    expect(statusAfter(status)).toBeUndefined(),
  );

  test('where somebody is hurt the specialist takes the surveyor’s part and nobody else’s', () => {
    expect(ownerRole(stageOf('contacted'), true)).toBe('injurySpecialist');
    expect(ownerRole(stageOf('contacted'), false)).toBe('surveyor');
    expect(ownerRole(stageOf('paid'), true)).toBe('cashier');
  });

  test('no word of the trade reaches a customer', () => {
    const words = stages.flatMap((stage) => [
      ...[true, false].flatMap((injured) =>
        [true, false].flatMap((done) => Object.values(stepWords(stage, { injured, done }))),
      ),
      stage.dueHint,
    ]);
    expect([...words, ...Object.values(staffRoles)].join('\n')).not.toMatch(
      /立案|理算|(?<!审)核赔|核损|定损(?!失)|调度|单证|耐心等待|系统繁忙/,
    );
  });

  test.each<[ClaimStatus, string, string]>([
    ['dispatched', '正在安排查勘员', '安排查勘员'],
    ['registered', '受理', '已受理'],
    ['assessed', '确定损失金额', '确定损失金额'],
    ['reviewed', '计算赔款、审核赔款', '计算赔款、审核赔款'],
    ['paid', '把赔款汇给您', '赔款已汇出'],
  ])('%s is called %s, and once done %s', (code, open, done) => {
    expect(stepWords(stageOf(code), { injured: false, done: false }).name).toBe(open);
    expect(stepWords(stageOf(code), { injured: false, done: true }).name).toBe(done);
  });

  test.each<[ClaimStatus, string | null, string]>([
    ['reported', '正在安排查勘员', '正在安排查勘员'],
    ['paid', null, '赔款已汇出'],
    ['closed', null, '已办完'],
    ['withdrawn', null, '报案已撤回'],
    ['refused', null, '这次不赔，理由已告诉您'],
  ])('a claim that is %s reads %s → %s', (status, current, words) =>
    expect(statusWords(status, current === null ? null : { name: current })).toBe(words),
  );
});

describe('a broken promise', () => {
  const at = (clock: string) => new Date(`2026-11-22T${clock}+08:00`);
  const now = at('14:05:00');

  test.each<[string, Date | null, Date | null, boolean]>([
    ['no clock', null, null, false],
    ['still running', at('14:11:00'), null, false],
    ['due this very moment', now, null, false],
    ['a millisecond late', new Date(now.getTime() - 1), null, true],
    ['done in time', at('14:02:00'), at('14:02:00'), false],
    ['done late', at('14:02:00'), at('14:04:00'), true],
    ['done in time, long ago', at('14:02:00'), at('14:01:00'), false],
  ])('%s', (_, dueAt, doneAt, broken) => {
    expect(isBreached({ dueAt, doneAt }, now)).toBe(broken);
    expect(apologyWords('dispatched', { dueAt, doneAt }, now) !== null).toBe(broken);
  });

  test('says what was promised, what happened, sorry, and what it does not change', () => {
    expect(apologyWords('dispatched', { dueAt: at('14:02:00'), doneAt: at('14:04:00') }, now)).toBe(
      '应在 14:02 前安排好，14:04 才排上。让您久等了，对不起。这不影响赔多少。',
    );
    expect(apologyWords('contacted', { dueAt: at('14:02:00'), doneAt: null }, now)).toBe(
      '应在 14:02 前给您打电话，到现在还没有。让您久等了，对不起。这不影响赔多少。',
    );
    const yesterday = new Date('2026-11-21T23:58:00+08:00');
    expect(apologyWords('contacted', { dueAt: yesterday, doneAt: at('00:03:00') }, now)).toBe(
      '应在 昨天 23:58 前给您打电话，00:03 才打来。让您久等了，对不起。这不影响赔多少。',
    );
  });
});

describe('what the customer can do next', () => {
  test.each<[ClaimStatus, Partial<ClaimSituation>, string, string]>([
    ['reported', { missingShots: 4 }, 'takePhotos', '继续拍照，还差 4 张'],
    ['contacted', { missingShots: 1 }, 'takePhotos', '继续拍照，还差 1 张'],
    ['reported', {}, 'answerCall', '等查勘员来电'],
    ['dispatched', { injured: true }, 'answerCall', '等人伤专员来电'],
    ['contacted', {}, 'wait', '现在不用您做什么'],
    ['contacted', { verified: false }, 'bringPapers', '准备好行驶证'],
    ['surveyed', { missingShots: 4 }, 'wait', '现在不用您做什么'],
    ['assessed', { wantedPapers: 2 }, 'uploadPapers', '交材料，还差 2 份'],
    ['assessed', { wantedPapers: 2, rejectedPapers: 1 }, 'uploadPapers', '有 1 份材料要重新交'],
    ['registered', { assessment: 'proposed' }, 'answerAssessment', '看看金额对不对'],
    ['reviewed', { accounts: { wanted: 1, proposed: 0 } }, 'giveAccount', '填收款账户'],
    ['reviewed', { accounts: { wanted: 1, proposed: 1 } }, 'confirmAccount', '再确认一次收款账户'],
    ['withdrawn', { undoUntil: '明天 14:05' }, 'undoWithdrawal', '后悔了可以恢复'],
    ['closed', { canRate: true }, 'rate', '办得怎么样？'],
    ['paid', {}, 'wait', '现在不用您做什么'],
    ['closed', { missingShots: 4 }, 'none', '都办完了'],
    ['withdrawn', {}, 'none', '报案已撤回'],
    ['refused', {}, 'none', '已经告诉您结果'],
  ])('%s %j → %s %s', (status, situation, kind, title) =>
    expect(
      nextAction({ status, injured: false, verified: true, missingShots: 0, ...situation }),
    ).toMatchObject({ kind, title }),
  );

  test.each<[ClaimStatus, Partial<ClaimSituation>, string | undefined]>([
    ['assessed', { wantedPapers: 3 }, '等您 · 还差 3 份材料'],
    ['assessed', { wantedPapers: 2, rejectedPapers: 1 }, '等您 · 1 份材料要重新交'],
    ['registered', { assessment: 'proposed', wantedPapers: 3 }, '等您看金额'],
    ['reviewed', { accounts: { wanted: 1, proposed: 0 } }, '等您填收款账户'],
    ['reviewed', { accounts: { wanted: 1, proposed: 1 } }, '等您确认收款账户'],
    ['reviewed', {}, undefined],
    ['contacted', {}, undefined],
    ['closed', { canRate: true }, undefined],
  ])('in a list, %s %j says %s', (status, situation, words) =>
    expect(yourTurn({ status, injured: false, verified: true, ...situation })).toBe(words),
  );

  test('photos never come before people', () => {
    const action = nextAction({ status: 'reported', injured: true, verified: true, missingShots: 9 });
    expect(action.detail).toContain('先救人');
  });
});

describe('what to know now', () => {
  const told = (status: ClaimStatus, over: object = {}) =>
    guidanceFor({
      status,
      open: true,
      injured: false,
      othersHurt: false,
      otherVehicles: true,
      verified: true,
      hotline: '95000',
      ...over,
    }).map(({ code }) => code);

  test.each<[ClaimStatus, object, string[]]>([
    ['reported', {}, ['otherInsurer', 'agreementPaper']],
    ['registered', {}, ['otherInsurer', 'agreementPaper']],
    ['assessed', {}, ['agreementPaper']],
    ['papersComplete', {}, []],
    ['paid', {}, []],
    ['closed', { open: false }, []],
    ['withdrawn', { open: false }, []],
    [
      'contacted',
      { injured: true, othersHurt: true },
      ['advancePayment', 'keepReceipts', 'callPolice', 'otherInsurer'],
    ],
    ['surveyed', { injured: true, othersHurt: true }, ['advancePayment', 'keepReceipts', 'otherInsurer']],
  ])('%s %j: %j', (status, over, codes) => expect(told(status, over)).toEqual(codes));
});
