import type { CoreClaimDetail } from '../../../upstream/core/contract/claims';
import { hasReached, type ClaimStatus } from './claim-stages';

type NextAction = CoreClaimDetail['nextAction'];

export interface ClaimSituation {
  status: ClaimStatus;
  injured: boolean;
  verified: boolean;
  missingShots: number;
  /** Papers of the list that are still to come, or were sent back. */
  wantedPapers?: number;
  rejectedPapers?: number;
  assessment?: 'proposed' | 'agreed' | 'objected' | null;
  /** Sums agreed on whose account is not named, or named and not confirmed yet. */
  accounts?: { wanted: number; proposed: number };
  undoUntil?: string | null;
  canRate?: boolean;
}

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

const papersWanted = (wanted: number, rejected: number): NextAction =>
  rejected > 0
    ? {
        kind: 'uploadPapers',
        title: `有 ${rejected} 份材料要重新交`,
        detail: '点开看哪里不行、怎么补。别的不用再交。',
      }
    : { kind: 'uploadPapers', title: `交材料，还差 ${wanted} 份`, detail: '拍照上传就行，就这些，不再加。' };

/** What waits for the customer once the case is at the money. */
function moneyAction(situation: ClaimSituation): NextAction | null {
  const { assessment, accounts, wantedPapers = 0, rejectedPapers = 0 } = situation;
  if (assessment === 'proposed') {
    return {
      kind: 'answerAssessment',
      title: '看看金额对不对',
      detail: '每一项、谁付多少都列出来了。同意就点同意，不对就说哪里不对。',
    };
  }
  if (wantedPapers + rejectedPapers > 0) return papersWanted(wantedPapers, rejectedPapers);
  if (accounts && accounts.proposed > 0) {
    return {
      kind: 'confirmAccount',
      title: '再确认一次收款账户',
      detail: '再填一遍户名和账号，看清楚没错就确认。',
    };
  }
  if (accounts && accounts.wanted > 0) {
    return {
      kind: 'giveAccount',
      title: '填收款账户',
      detail: '填了才能付款。填完要您再确认一次，防止填错。',
    };
  }
  return null;
}

function endAction({ status, undoUntil, canRate }: ClaimSituation): NextAction | null {
  if (status === 'withdrawn' && undoUntil) {
    return {
      kind: 'undoWithdrawal',
      title: '后悔了可以恢复',
      detail: `${undoUntil} 前点一下就恢复，进度不丢。`,
    };
  }
  if (status === 'closed' && canRate) {
    return { kind: 'rate', title: '办得怎么样？', detail: '打个分，愿意的话说一句。只有这两个问题。' };
  }
  return ended[status] ?? null;
}

/** The one thing the customer can do now. Waiting is said as what we do meanwhile, never as "please be patient". */
export function nextAction(situation: ClaimSituation): NextAction {
  const { status, injured, verified, missingShots } = situation;
  const end = endAction(situation);
  if (end) return end;
  const who = injured ? '人伤专员' : '查勘员';
  if (missingShots > 0 && !hasReached(status, 'surveyed')) return takePhotos(missingShots, injured);
  if (!hasReached(status, 'contacted')) {
    return { kind: 'answerCall', title: `等${who}来电`, detail: `${who}会打您留的电话，请保持畅通。` };
  }
  if (!verified) {
    return {
      kind: 'bringPapers',
      title: '准备好行驶证',
      detail: '保单我们来核实，不用您先去找。请让查勘员看一下行驶证，报案照样算数。',
    };
  }
  const money = moneyAction(situation);
  if (money) return money;
  return { kind: 'wait', title: '现在不用您做什么', detail: waitWords[status] ?? '有进展我们马上告诉您。' };
}

/** The same for a line of a list: only what the case cannot go on without. */
export function yourTurn(situation: Omit<ClaimSituation, 'missingShots'>): string | undefined {
  const { wantedPapers = 0, rejectedPapers = 0 } = situation;
  const words: Partial<Record<NextAction['kind'], string>> = {
    uploadPapers:
      rejectedPapers > 0 ? `等您 · ${rejectedPapers} 份材料要重新交` : `等您 · 还差 ${wantedPapers} 份材料`,
    answerAssessment: '等您看金额',
    giveAccount: '等您填收款账户',
    confirmAccount: '等您确认收款账户',
  };
  return words[nextAction({ ...situation, missingShots: 0 }).kind];
}

const waitWords: Partial<Record<ClaimStatus, string>> = {
  contacted: '按电话里约好的时间看车，您在车旁等就行。',
  surveyed: '我们在整理要交的材料，一次说全。',
  papersListed: '我们在确认这起事故按您的保单来办。',
  registered: '我们在一项一项算清损失。',
  assessed: '金额说定了，我们在看您交的材料。',
  papersComplete: '材料齐了，我们在算赔款并核对一遍。',
  reviewed: '金额谈妥了，正在把赔款汇给您。',
  paid: '赔款已经汇出，到账时间看您的银行。',
};
