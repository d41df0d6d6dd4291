import type { CorePolicyDetail } from '../../../upstream/core/contract/policies';
import { isCoverCode, thirdPartyCodes, type CoverCode } from './cover-codes';
import { compulsoryLimits } from './compulsory-limits';
import { yuan } from './money-words';
import { payable } from './payable';
import type { SoldCover, SoldPolicy } from './sold-policy';

type Question = CorePolicyDetail['coverages'][number]['questions'][number];

interface Subject {
  cover: SoldCover;
  sumFen: number;
  policy: SoldPolicy;
}

type Rule = (subject: Subject) => Question[];

const has = ({ policy }: Subject, ...codes: CoverCode[]) =>
  policy.coverages.some(({ code }) => (codes as string[]).includes(code));

const half = (fen: number) => Math.floor(fen / 2);

/** An accident of ¥80,000 with half of the fault, in the sums of this policy. */
function halfTheFault({ cover, sumFen, policy }: Subject): Question {
  const lossFen = 80_000_00;
  const { propertyFen } = compulsoryLimits(policy.startsAt, true);
  const owedFen = half(lossFen - propertyFen);
  const { deductiblePercent } = cover;
  const { paidFen } = payable({ lossFen: owedFen, sumInsuredFen: sumFen, deductiblePercent });
  return {
    question: '责任一人一半，怎么算？',
    answer: `交强险不分责任大小，先赔对方 ${yuan(propertyFen)}；剩下的再按责任分。对方修车 ${yuan(lossFen)}、您负一半责任：剩下 ${yuan(lossFen - propertyFen)} 的一半 ${yuan(owedFen)} 归您，这一份赔 ${yuan(paidFen)}。`,
  };
}

const thirdParty: Rule = (subject) => [
  {
    question: '最多赔到多少？不够了怎么办？',
    answer: `每次事故最多 ${yuan(subject.sumFen)}，交强险赔的不算在内。再多出来的由您自己出。一年里出几次，每次都重新算。`,
  },
  halfTheFault(subject),
  {
    question: '对方用了医保不报的药，赔吗？',
    answer: has(subject, 'medicalOutsideList')
      ? '这一份不赔，您另外买了医保外医疗费用责任险，由那一项赔。'
      : '这一份一般不赔，您也没有买医保外医疗费用责任险，这部分要自己出。',
  },
  {
    question: '撞到的是自己家的东西，赔吗？',
    answer: '自己名下的、自己保管的财产，不算对方的损失，这一份不赔。',
  },
];

const vehicleDamage: Rule = (subject) => [
  {
    question: '对方全责但不肯赔，怎么办？',
    answer: `可以先由这一份赔给您，最多 ${yuan(subject.sumFen)}，再由我们向对方要，不用您去追。`,
  },
  {
    question: '泡水、被偷、玻璃碎了，赔吗？',
    answer: has(subject, 'engineWaterExcluded')
      ? '被偷、玻璃单独破碎都在内。泡水的车身和内饰在内，发动机进水损坏不在内：您的保单约定除外。'
      : '被偷、玻璃单独破碎、泡水和发动机进水都在内。水里熄火后不要再打火。',
  },
  {
    question: '只有轮胎坏了，赔吗？',
    answer: has(subject, 'wheels')
      ? '车轮单独坏了由您另外买的车轮单独损失险赔。'
      : '只有轮胎、轮毂坏了，车身没坏，这一份不赔；要加买车轮单独损失险。',
  },
];

const occupants: Rule = ({ sumFen, cover }) => [
  {
    question: '对方也有责任，找谁赔？',
    answer: `先由对方的交强险赔，再按责任分；归您这一边的由这一份赔，最多 ${yuan(sumFen)}${cover.units ? `一座，一共 ${cover.units} 座` : ''}。`,
  },
  {
    question: '我另外买的意外险还能赔吗？',
    answer: '能。意外险和这一份各算各的，不互相扣。',
  },
];

const compulsoryWhat = {
  compulsoryProperty: { what: '对方的车和物', key: 'propertyFen' },
  compulsoryMedical: { what: '对方的医药费', key: 'medicalFen' },
  compulsoryDeath: { what: '对方的伤残或死亡赔偿', key: 'deathFen' },
} as const;

const compulsory =
  (code: keyof typeof compulsoryWhat): Rule =>
  ({ policy }) => {
    const { what, key } = compulsoryWhat[code];
    const none = compulsoryLimits(policy.startsAt, false)[key];
    return [
      {
        question: '我没有责任，也要赔对方吗？',
        answer: `要，最多 ${yuan(none)}，由交强险出，不用您掏钱；一般由对方的保险公司先垫付，再来找我们。`,
      },
      {
        question: '我自己的损失它赔吗？',
        answer: `不赔。交强险只赔${what}；您自己的车和车上的人由商业险赔，或者由对方的交强险赔。`,
      },
    ];
  };

const holiday: Rule = ({ policy }) => {
  const main = policy.coverages.find(({ code }) => thirdPartyCodes.includes(code));
  return [
    {
      question: '哪些天算节假日？',
      answer: `国家规定放假的日子，连同连着的周末；调休上班的周末不算。当天出的事故，${main?.name ?? '第三者责任险'}的最高赔付才翻倍。`,
    },
  ];
};

const service =
  (question: string, answer: string): Rule =>
  () => [{ question, answer }];

const rules: Partial<Record<CoverCode, Rule>> = {
  compulsoryProperty: compulsory('compulsoryProperty'),
  compulsoryMedical: compulsory('compulsoryMedical'),
  compulsoryDeath: compulsory('compulsoryDeath'),
  thirdParty,
  evThirdParty: thirdParty,
  vehicleDamage,
  evVehicleDamage: (subject) => [
    ...vehicleDamage(subject).slice(0, 1),
    {
      question: '电池、充电时着火，赔吗？',
      answer: '电池、电机、电控坏了在内；行驶、停放、充电时着火也在内。电池正常变旧、续航变短不赔。',
    },
  ],
  driver: occupants,
  passengers: occupants,
  evDriver: occupants,
  evPassengers: occupants,
  holidayDouble: holiday,
  medicalOutsideList: service(
    '要准备什么？',
    '医院的费用清单。清单上写着自费、乙类自付的部分，由这一份按您的责任比例赔。',
  ),
  scratch: service('一年能用几次？', '次数不限，几次加起来最多赔到上面写的数，用完为止。'),
  repairTime: ({ sumFen, cover }) => [
    {
      question: '最多能补多少天？',
      answer: `一年一共 ${cover.units ?? 0} 天，用完为止，合计最多 ${yuan(sumFen * (cover.units ?? 0))}。全损、被偷也按约定的天数补。`,
    },
  ],
  roadside: service('怎么叫救援？', '打客服电话，说车牌和位置。先报案还是先救援都可以。'),
};

/** What people ask next about a cover, answered with the sums of this policy. Fixed rules; nothing is made up. */
export function coverQuestions(cover: SoldCover, policy: SoldPolicy): Question[] {
  if (!isCoverCode(cover.code)) return [];
  return rules[cover.code]?.({ cover, sumFen: cover.sumInsuredFen ?? 0, policy }) ?? [];
}
