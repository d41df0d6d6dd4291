import type { Guidance } from '../../../upstream/core/contract/claim-parts';
import { hasReached, type ClaimStatus } from './claim-stages';

export interface GuidanceSituation {
  status: ClaimStatus;
  open: boolean;
  injured: boolean;
  othersHurt: boolean;
  /** Plates of other vehicles that named another insurer, or none. */
  otherVehicles: boolean;
  verified: boolean;
  hotline: string;
}

const advancePayment: Guidance = {
  code: 'advancePayment',
  title: '医药费谁先垫',
  detail:
    '先救人，不用等我们。您垫的钱，票据都留好。伤得重、医院催款、您垫不起的，告诉人伤专员：交强险可以在医药费限额内先付给医院，医院要出一份抢救的说明。',
};
const keepReceipts: Guidance = {
  code: 'keepReceipts',
  title: '这些单据留好',
  detail: '诊断证明、病历、缴费票据和费用清单。用药尽量请医生用医保目录里的，自费的部分可能赔不了。',
};
const otherInsurer: Guidance = {
  code: 'otherInsurer',
  title: '对方也要向自己的保险公司报案',
  detail: '两家保险公司各办各的。对方还没打的，请打自己公司的电话，号码在“各家报案电话”里。',
};
const agreementPaper: Guidance = {
  code: 'agreementPaper',
  title: '两边签一份协商协议书',
  detail: '只坏了车、没人受伤、责任没有争议的，可以自己商量。我们帮您填好，打印或在屏幕上核对后两边签字。',
};

/** The stage with which a sentence has done its work: nobody is sent to the police once the cars have been looked at. */
const over: Record<Guidance['code'], ClaimStatus> = {
  callPolice: 'surveyed',
  otherInsurer: 'assessed',
  unverifiedCover: 'assessed',
  agreementPaper: 'papersComplete',
  advancePayment: 'papersComplete',
  keepReceipts: 'papersComplete',
};

/** What to know now: each sentence only while it can still be followed. */
export function guidanceFor(situation: GuidanceSituation): Guidance[] {
  const { status, open } = situation;
  return open ? sentencesFor(situation).filter(({ code }) => !hasReached(status, over[code])) : [];
}

function sentencesFor({
  injured,
  othersHurt,
  otherVehicles,
  verified,
  hotline,
}: GuidanceSituation): Guidance[] {
  return [
    ...(injured ? [advancePayment, keepReceipts] : []),
    ...(injured && othersHurt
      ? [
          {
            code: 'callPolice' as const,
            title: '没报警的，现在报',
            detail: `有人受伤要打 122，别移动现场。已经报过的不用再报。拿不准就打 ${hotline}。`,
          },
        ]
      : []),
    ...(otherVehicles ? [otherInsurer] : []),
    ...(otherVehicles && !injured ? [agreementPaper] : []),
    ...(verified
      ? []
      : [
          {
            code: 'unverifiedCover' as const,
            title: '保单我们来核实',
            detail: '报案照样算数。查勘员会按车牌和出险时间查当时的保单，不用您先去找。',
          },
        ]),
  ];
}
