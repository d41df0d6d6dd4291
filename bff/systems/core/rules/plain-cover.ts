import type { CorePolicyDetail } from '../../../upstream/core/contract/policies';
import { compulsoryLimits, newLimitsFrom, type CompulsoryLimits } from './compulsory-limits';
import { isCoverCode, thirdPartyCodes, type CoverCode } from './cover-codes';
import { payable, type Share } from './payable';
import { yuan } from './money-words';
import type { SoldCover, SoldPolicy } from './sold-policy';

type PlainAnswer = CorePolicyDetail['coverages'][number]['plain'];

interface Subject {
  cover: SoldCover;
  /** Zero where the cover has no sum of its own. */
  sumFen: number;
  policy: SoldPolicy;
}

type Rule = (subject: Subject) => PlainAnswer;

const upTo = (sumFen: number) => `最多 ${yuan(sumFen)}`;
const own = (share: Pick<Share, 'ownFen'>) => `您自己出 ${yuan(share.ownFen)}`;
const times = ({ units }: SoldCover) => (units === null ? '' : `一年 ${units} 次`);
const shareFirst = ({ cover }: Pick<Subject, 'cover'>) =>
  cover.deductiblePercent > 0 ? `每次您先自己承担 ${cover.deductiblePercent}%。` : '';

const shareOf = ({ cover, sumFen }: Subject, lossFen: number) =>
  payable({ lossFen, sumInsuredFen: sumFen, deductiblePercent: cover.deductiblePercent });

/** 交强险 by itself: what it pays when at fault and when not, and what is left of one example loss. */
function compulsoryRule(words: {
  question: string;
  lossFen: number;
  loss: string;
  limitOf(limits: CompulsoryLimits): number;
}): Rule {
  return (subject) => {
    const { startsAt, endsAt } = subject.policy;
    const notAtFaultFen = words.limitOf(compulsoryLimits(startsAt, false));
    const laterFen = words.limitOf(compulsoryLimits(endsAt, true));
    const changes = startsAt < newLimitsFrom && newLimitsFrom < endsAt && laterFen !== subject.sumFen;
    const later = changes ? `2020年9月19日和以后的事故，有责任时最多 ${yuan(laterFen)}。` : '';
    const share = shareOf(subject, words.lossFen);
    return {
      question: words.question,
      answer: `您有责任时，这一份先赔，${upTo(subject.sumFen)}；您没有责任时，${upTo(notAtFaultFen)}。${later}不够的部分，由商业险的第三者责任保险接着赔。`,
      example: `您全责，${words.loss} ${yuan(words.lossFen)}：交强险先赔 ${yuan(share.paidFen)}，还差 ${yuan(share.ownFen)}，买了第三者责任保险的由它接着赔，没买的您自己出。`,
    };
  };
}

const thirdPartyRule: Rule = (subject) => {
  const lossFen = 18_000_00;
  const compulsoryFen = Math.min(lossFen, compulsoryLimits(subject.policy.startsAt, true).propertyFen);
  const share = shareOf(subject, lossFen - compulsoryFen);
  return {
    question: '撞坏了别人的车，谁来赔？',
    answer: `交强险先赔，不够的由这一份接着赔，${upTo(subject.sumFen)}。伤了人也一样。${shareFirst(subject)}`,
    example: `您追尾前车，全责，对方修车 ${yuan(lossFen)}：交强险先赔 ${yuan(compulsoryFen)}，这一份接着赔 ${yuan(share.paidFen)}，${own(share)}。`,
  };
};

/** A cover for one's own loss: question, what it is for, and one example loss. */
function ownLossRule(words: { question: string; whole: string; lossFen: number; loss: string }): Rule {
  return (subject) => {
    const share = shareOf(subject, words.lossFen);
    return {
      question: words.question,
      answer: `${words.whole}，${upTo(subject.sumFen)}。${shareFirst(subject)}`,
      example: `${words.loss} ${yuan(words.lossFen)}：这一份赔 ${yuan(share.paidFen)}，${own(share)}。`,
    };
  };
}

const passengersRule: Rule = (subject) => {
  const share = shareOf(subject, 6_000_00);
  return {
    question: '坐车的人受伤了呢？',
    answer: `自己车上的乘客受伤，每个座位${upTo(subject.sumFen)}。${shareFirst(subject)}`,
    example: `您全责，车上 2 位乘客每人医药费 ¥6,000.00：这一份一共赔 ${yuan(share.paidFen * 2)}，${own({ ...share, ownFen: share.ownFen * 2 })}。`,
  };
};

const holidayRule: Rule = ({ policy, cover }) => {
  const thirdParty = policy.coverages.find(({ code }) => thirdPartyCodes.includes(code));
  const sumFen = thirdParty?.sumInsuredFen ?? 0;
  const deductiblePercent = thirdParty?.deductiblePercent ?? 0;
  const lossFen = sumFen + 500_000_00;
  const paid = (sumInsuredFen: number) =>
    yuan(payable({ lossFen, sumInsuredFen, deductiblePercent }).paidFen);
  return {
    question: '节假日出事，能多赔吗？',
    answer: `法定节假日期间，${thirdParty?.name ?? cover.name}的最高赔付翻倍：从 ${yuan(sumFen)} 变成 ${yuan(sumFen * 2)}。`,
    example: `交强险赔过之后还差 ${yuan(lossFen)}：平时这一份赔 ${paid(sumFen)}，节假日赔 ${paid(sumFen * 2)}。`,
  };
};

const damage = ownLossRule({
  question: '自己的车坏了，赔多少？',
  whole: '自己的车撞了、翻了，修车的钱由这一份赔',
  lossFen: 6_000_00,
  loss: '您撞了护栏，单方全责，修车',
});
const driver = ownLossRule({
  question: '开车的人受伤了呢？',
  whole: '开车的人自己受伤，由这一份赔',
  lossFen: 8_000_00,
  loss: '您撞了护栏受伤，医药费',
});

/** Additional covers that change a main cover, count days or are a service: they have no loss of their own to work out. */
const additionalRules = {
  absoluteDeductible: ({ cover }) => ({
    question: '为什么赔款会少一截？',
    answer: `投保时约定了自己承担 ${cover.deductiblePercent}%，保费因此便宜。每次赔款算好以后，都先扣掉这 ${cover.deductiblePercent}%。`,
    example: `算好该赔 ${yuan(10_000_00)}：实际赔 ${yuan(10_000_00 - cover.deductiblePercent * 100_00)}，${own({ ownFen: cover.deductiblePercent * 100_00 })}。`,
  }),
  engineWaterExcluded: () => ({
    question: '发动机进水坏了，赔吗？',
    answer: '不赔。投保时约定了除外，保费因此便宜。水里熄火后不要再打火，打拖车电话。',
    example: null,
  }),
  repairTime: ({ cover, sumFen }) => ({
    question: '修车那几天没车用，有补偿吗？',
    answer: `有。车因为事故进厂修，从送修到修好，每天补 ${yuan(sumFen)}，一年最多 ${cover.units ?? 0} 天。${shareFirst({ cover })}`,
    example: `修了 6 天：补 ${yuan(sumFen * Math.min(6, cover.units ?? 0))}。`,
  }),
  mentalDistress: ({ sumFen, cover }) => ({
    question: '对方要精神赔偿，谁来出？',
    answer: `法院判的、或者我们同意的精神损害抚慰金，由这一份赔，${upTo(sumFen)}。${shareFirst({ cover })}`,
    example: null,
  }),
  cargo: ownLossRule({
    question: '车上拉的货坏了，赔吗？',
    whole: '出事时您拉的货受损、依法该您赔的，由这一份赔',
    lossFen: 9_000_00,
    loss: '追尾时车上的货摔坏',
  }),
  wheels: ownLossRule({
    question: '只有轮胎、轮毂坏了，赔吗？',
    whole: '行驶中车轮单独坏了，车身没坏，由这一份赔',
    lossFen: 1_600_00,
    loss: '压过深坑，换一条轮胎和轮毂',
  }),
  equipment: ownLossRule({
    question: '自己加装的东西坏了，赔吗？',
    whole: '加装的、写在保单上的设备因为事故坏了，由这一份赔',
    lossFen: 3_500_00,
    loss: '事故撞坏行车记录仪和音响',
  }),
  roadside: ({ cover }) => ({
    question: '车坏在路上，能叫救援吗？',
    answer: `${times(cover)}免费道路救援，拖车单程 50 公里以内。换的零件和材料另外收费；多数高速公路由高速救援负责，不在内。`,
    example: null,
  }),
  vehicleCheck: ({ cover }) => ({
    question: '能给车做检查吗？',
    answer: `${times(cover)}车辆安全检测：发动机、制动、轮胎、灯光、电路。只检查，不含修理。`,
    example: null,
  }),
  designatedDriver: ({ cover }) => ({
    question: '喝了酒，有人帮开车吗？',
    answer: `${times(cover)}代为驾驶，单程 30 公里以内；超出的里程另外收费。`,
    example: null,
  }),
  inspectionErrand: ({ cover }) => ({
    question: '年检能帮我去办吗？',
    answer: `${times(cover)}代为送检：取车、上线检测、送回来。检测站收的费用另算。`,
    example: null,
  }),
} satisfies Partial<Record<CoverCode, Rule>>;

const rules: Record<CoverCode, Rule> = {
  compulsoryProperty: compulsoryRule({
    question: '撞坏别人的车，谁来赔？',
    lossFen: 18_000_00,
    loss: '对方修车',
    limitOf: ({ propertyFen }) => propertyFen,
  }),
  compulsoryMedical: compulsoryRule({
    question: '撞伤了别人，医药费谁来付？',
    lossFen: 30_000_00,
    loss: '对方医药费',
    limitOf: ({ medicalFen }) => medicalFen,
  }),
  compulsoryDeath: compulsoryRule({
    question: '伤得很重，或者有人去世呢？',
    lossFen: 260_000_00,
    loss: '伤残赔偿',
    limitOf: ({ deathFen }) => deathFen,
  }),
  thirdParty: thirdPartyRule,
  evThirdParty: thirdPartyRule,
  vehicleDamage: damage,
  evVehicleDamage: damage,
  driver,
  evDriver: driver,
  passengers: passengersRule,
  evPassengers: passengersRule,
  holidayDouble: holidayRule,
  gridFailure: ownLossRule({
    question: '充电时电网出故障，车坏了呢？',
    whole: '充电时因为外面的电网故障，车坏了由这一份赔',
    lossFen: 4_000_00,
    loss: '充电时电压突变，修车',
  }),
  charger: ownLossRule({
    question: '家里的充电桩坏了呢？',
    whole: '自家的充电桩被撞坏、烧坏、偷走，由这一份赔',
    lossFen: 3_000_00,
    loss: '充电桩被雷击坏，换新',
  }),
  chargerLiability: ownLossRule({
    question: '充电桩伤了人、弄坏了东西呢？',
    whole: '自家的充电桩让别人受伤或者东西受损，依法该您赔的由这一份赔',
    lossFen: 12_000_00,
    loss: '充电桩漏电，邻居的车要修',
  }),
  scratch: ownLossRule({
    question: '车被划了，谁划的不知道，赔吗？',
    whole: '没有碰撞痕迹的划痕，由这一份赔',
    lossFen: 1_200_00,
    loss: '停车时被划，补漆',
  }),
  medicalOutsideList: ownLossRule({
    question: '医保不报的药费，谁来付？',
    whole: '对方治伤用了医保目录以外的药，由这一份赔',
    lossFen: 5_000_00,
    loss: '您全责，对方医保外用药',
  }),
  ...additionalRules,
};

/** A cover without a rule of its own gets no made-up explanation: its name, its sum and the clause. */
const plainFallback = (cover: SoldCover): PlainAnswer => ({
  question: `${cover.name}管什么？`,
  answer: `${cover.sumInsuredFen === null ? '' : `这一项${upTo(cover.sumInsuredFen)}。`}管什么、不管什么，请看下面的条款原文。`,
  example: null,
});

/** Question, answer and worked sum of one cover, computed from the sums of this very policy and from nothing else. */
export function plainCover(cover: SoldCover, policy: SoldPolicy): PlainAnswer {
  if (!isCoverCode(cover.code)) return plainFallback(cover);
  return rules[cover.code]({ cover, sumFen: cover.sumInsuredFen ?? 0, policy });
}

export function deductibleWords({ deductiblePercent }: SoldCover): string | null {
  return deductiblePercent > 0 ? `每次事故您自己承担 ${deductiblePercent}%（绝对免赔率）` : null;
}
