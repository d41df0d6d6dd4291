import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import { stages, type ClaimStatus } from './claim-stages';

type NextAction = CoreClaimDetail['nextAction'];

export interface ClaimSituation {
  status: ClaimStatus;
  injured: boolean;
  verified: boolean;
  missingShots: number;
}

const reached = (status: ClaimStatus, stage: ClaimStatus) => {
  const order = stages.map(({ code }) => code);
  return order.indexOf(status) >= order.indexOf(stage);
};

const ended: Partial<Record<ClaimStatus, NextAction>> = {
  closed: { kind: 'none', title: '都办完了', detail: '这次理赔已经办完，您不用再做什么。' },
  withdrawn: { kind: 'none', title: '报案已撤回', detail: '您已经撤回了这次报案，不用再做什么。' },
  refused: { kind: 'none', title: '已经告诉您结果', detail: '有疑问请给我们打电话，可以要求再看一次。' },
};

const takePhotos = (missing: number, injured: boolean): NextAction => ({
  kind: 'takePhotos',
  title: `继续拍照，还差 ${missing} 张`,
  detail: injured ? '先救人。单据和照片以后再拍也行。' : '有照片，看车和算钱都会更快。不方便就以后再拍。',
});

/** The one thing the customer can do now. Waiting is said as what we do meanwhile, never as "please be patient". */
export function nextAction({ status, injured, verified, missingShots }: ClaimSituation): NextAction {
  const end = ended[status];
  if (end) return end;
  const who = injured ? '人伤专员' : '查勘员';
  if (missingShots > 0 && !reached(status, 'surveyed')) return takePhotos(missingShots, injured);
  if (!reached(status, 'contacted')) {
    return { kind: 'answerCall', title: `等${who}来电`, detail: `${who}会打您留的电话，请保持畅通。` };
  }
  if (!verified) {
    return {
      kind: 'bringPapers',
      title: '准备好行驶证和保单',
      detail: '我们在核实这辆车的保单。请把行驶证和保单号告诉查勘员，报案照样算数。',
    };
  }
  if (status === 'assessed') {
    return {
      kind: 'bringPapers',
      title: '按清单交材料',
      detail: injured
        ? '驾驶证、行驶证、诊断证明、病历和缴费票据，一次交齐就行。'
        : '驾驶证、行驶证、收款银行卡和修车发票，一次交齐就行。',
    };
  }
  return { kind: 'wait', title: '现在不用您做什么', detail: waitWords[status] ?? '有进展我们马上告诉您。' };
}

const waitWords: Partial<Record<ClaimStatus, string>> = {
  contacted: '按电话里约好的时间看车，您在车旁等就行。',
  surveyed: '我们在整理要交的材料，一次说全。',
  papersListed: '我们在确认这起事故按您的保单来办。',
  registered: '我们在一项一项算清损失。',
  papersComplete: '材料齐了，我们在算赔款并核对一遍。',
  reviewed: '金额谈妥了，正在把赔款汇给您。',
  paid: '赔款已经汇出，到账时间看您的银行。',
};
