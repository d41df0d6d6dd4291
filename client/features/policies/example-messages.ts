import type { FaultShare, WorkedExample } from '../../../bff/features/policies/contract';
import type { ExampleKind } from './example-kinds';

export const faultNames: Record<FaultShare, string> = {
  full: '全部责任',
  main: '主要责任',
  equal: '一人一半',
  minor: '次要责任',
  none: '没有责任',
};

export const amountLabels: Record<ExampleKind, string> = {
  otherCar: '撞坏别人的车，修车要',
  otherMedical: '撞伤了人，医药费要',
  otherInjury: '伤残或死亡，赔偿要',
  outsideList: '医保不报的药费要',
  ownCar: '自己的车坏了，修车要',
  driver: '自己受伤，医药费要',
};

/** What happened, in a sentence above the sum. */
export const exampleSentences = {
  kinds: {
    otherCar: { what: '您撞坏了别人的车', cost: (amount: string) => `对方修车 ${amount}` },
    otherMedical: { what: '您撞伤了人', cost: (amount: string) => `对方医药费 ${amount}` },
    otherInjury: { what: '您撞了人，伤得很重', cost: (amount: string) => `要赔 ${amount}` },
    outsideList: { what: '您撞伤了人', cost: (amount: string) => `医保不报的药费 ${amount}` },
    ownCar: { what: '您和别的车相撞', cost: (amount: string) => `您修车 ${amount}` },
    driver: { what: '您和别的车相撞', cost: (amount: string) => `您自己的医药费 ${amount}` },
  } satisfies Record<ExampleKind, { what: string; cost: (amount: string) => string }>,
  faults: {
    full: '负全部责任',
    main: '负主要责任',
    equal: '双方责任一人一半',
    minor: '负次要责任',
    none: '没有责任',
  } satisfies Record<FaultShare, string>,
  alone: '您撞上护栏、树或墙',
  holiday: '法定节假日',
} as const;

export const exampleWords = {
  title: '按您这份保单算一笔',
  change: '换个数、换个责任再算',
  changed: '收起',
  own: '自己填',
  ownLabel: '金额（元）',
  ownWrong: '请填 0 到 20,000,000 之间的金额，最多两位小数',
  count: '算一算',
  fault: '您的责任',
  alone: '撞到了什么',
  withCar: '另一辆车',
  nobody: '护栏、树、墙',
  holiday: '出事那天是法定节假日',
  day: '哪天出的事',
  before: (day: string) => `${day}以前`,
  since: (day: string) => `${day}和以后`,
  total: '您自己出',
  away: '现在连不上保单系统，这个数先算不了。保障不受影响，过一会儿再试。',
  again: '再算一次',
  nothing: '没有要赔的。',
  toOther: '赔给对方',
  toOwn: '您的车和人',
  caution: '这是按保单条件算的例子，不是赔款承诺。实际以事故认定和条款为准。',
} as const;

export const payerSides: Record<WorkedExample['lines'][number]['side'], string> = {
  other: exampleWords.toOther,
  own: exampleWords.toOwn,
};
