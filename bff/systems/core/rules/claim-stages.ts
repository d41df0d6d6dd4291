import type * as z from 'zod/mini';
import type { claimStatus } from '../../../upstream/core/contract/claims';

/**
 * The way of a claim and its words; the promises stand in the table of clocks. Where no figure can be promised the words
 * say what decides. Trade terms (调度, 立案, 理算, 核赔) stay out of every word a customer reads.
 */
export type ClaimStatus = z.infer<typeof claimStatus>;

export const staffRoles = {
  dispatcher: '派单组长',
  surveyor: '查勘员',
  injurySpecialist: '人伤专员',
  claimsHandler: '理赔员',
  reviewer: '审核员',
  cashier: '付款专员',
  accountManager: '客户经理',
  supervisor: '理赔主管',
} as const;
export type StaffRole = keyof typeof staffRoles;

export interface Stage {
  code: ClaimStatus;
  owner: StaffRole | 'hotline';
  /** Name of the step in the customer's words, before and while it runs, and once it is done. */
  name: { open: string; done: string };
  /** What is going to happen or happening, and what happened, each as one plain sentence. */
  plain: { open: string; done: string };
  /** When it will be, where no clock runs yet. */
  dueHint: string;
  /** Completes 应在 … 前 and … 才 of the apology. */
  promised: { by: string; done: string };
}

export const stages: readonly Stage[] = [
  {
    code: 'reported',
    owner: 'hotline',
    name: { open: '您报案了', done: '您报案了' },
    plain: { open: '我们收到了您的报案，报案号已经给您。', done: '我们收到了您的报案，报案号已经给您。' },
    dueHint: '',
    promised: { by: '收到', done: '收到' },
  },
  {
    code: 'dispatched',
    owner: 'dispatcher',
    name: { open: '正在安排查勘员', done: '安排查勘员' },
    plain: { open: '我们在找离您最近的查勘员。', done: '已经有人负责您的案子。' },
    dueHint: '报案后 1 分钟内',
    promised: { by: '安排好', done: '排上' },
  },
  {
    code: 'contacted',
    owner: 'surveyor',
    name: { open: '查勘员给您打电话', done: '查勘员给您打电话' },
    plain: {
      open: '查勘员会打您留的电话，问清情况，约好看车的时间和地方。请保持电话畅通。',
      done: '已经和您通过电话。',
    },
    dueHint: '报案后 10 分钟内',
    promised: { by: '给您打电话', done: '打来' },
  },
  {
    code: 'surveyed',
    owner: 'surveyor',
    name: { open: '到现场看车', done: '到现场看车' },
    plain: {
      open: '查勘员看车、看现场，记下损失。您在车旁等就行；车已经开走的，电话里约别的地方。',
      done: '已经看过车和现场，损失记下了。',
    },
    dueHint: '来电时和您约好',
    promised: { by: '看车', done: '看到' },
  },
  {
    code: 'papersListed',
    owner: 'claimsHandler',
    name: { open: '告诉您要交什么材料', done: '告诉您要交什么材料' },
    plain: {
      open: '要交的材料一次说全，写成清单给您，不会让您反复跑。',
      done: '材料清单已经给您，就这些，不再加。',
    },
    dueHint: '报案后 1 天内',
    promised: { by: '把材料清单给您', done: '给到您' },
  },
  {
    code: 'registered',
    owner: 'claimsHandler',
    name: { open: '受理', done: '已受理' },
    plain: { open: '我们确认这起事故按您的保单来办。', done: '这起事故按您的保单来办。' },
    dueHint: '材料清单给您后 1 天内',
    promised: { by: '受理', done: '受理' },
  },
  {
    code: 'assessed',
    owner: 'claimsHandler',
    name: { open: '确定损失金额', done: '确定损失金额' },
    plain: { open: '一项一项算清修车要多少钱，和您、修理厂说好再定。', done: '损失金额已经和您说定。' },
    dueHint: '受理后 3 天内',
    promised: { by: '把损失金额定下来', done: '定下来' },
  },
  {
    code: 'papersComplete',
    owner: 'claimsHandler',
    name: { open: '收齐您的材料', done: '收齐您的材料' },
    plain: {
      open: '您按清单把材料交来，拍照上传也行。两年之内都可以办，越早越快拿到钱。',
      done: '材料已经收齐。',
    },
    dueHint: '等您交材料',
    promised: { by: '收齐材料', done: '收齐' },
  },
  {
    code: 'reviewed',
    owner: 'reviewer',
    name: { open: '计算赔款、审核赔款', done: '计算赔款、审核赔款' },
    plain: {
      open: '按您的保单算出赔多少，另一个人再核对一遍，结果连同算法一起告诉您。',
      done: '赔款已经算好、核对过，算法也告诉您了。',
    },
    dueHint: '材料齐了后 5 天内',
    promised: { by: '算好并告诉您', done: '算好' },
  },
  {
    code: 'paid',
    owner: 'cashier',
    name: { open: '把赔款汇给您', done: '赔款已汇出' },
    plain: { open: '赔款汇到您确认过的账户。', done: '赔款已经汇到您确认过的账户，到账时间看您的银行。' },
    dueHint: '谈妥后 10 天内',
    promised: { by: '汇出赔款', done: '汇出' },
  },
];

/** Stages in the order in which a claim reaches them; `closed` has no step of its own. */
export const course: readonly ClaimStatus[] = [...stages.map((stage) => stage.code), 'closed'];

export const stageCodes: readonly string[] = stages.map((stage) => stage.code);

/** Whether a claim has come to a stage, or past it; one that was withdrawn or refused has come to none. */
export const hasReached = (status: ClaimStatus, stage: ClaimStatus): boolean =>
  course.indexOf(status) >= course.indexOf(stage);

export function stageOf(code: string): Stage {
  const stage = stages.find((candidate) => candidate.code === code);
  if (!stage) throw new Error(`no such stage of a claim: ${code}`);
  return stage;
}

/** What the next status is, or undefined at the end and outside the ordinary course. */
export function statusAfter(status: string): ClaimStatus | undefined {
  const at = course.findIndex((code) => code === status);
  return at < 0 ? undefined : course[at + 1];
}

/** Who owns a step: where somebody is hurt, a specialist for injuries (人伤专员) takes the surveyor's part. */
export function ownerRole(stage: Stage, injured: boolean): StaffRole | 'hotline' {
  return injured && stage.owner === 'surveyor' ? 'injurySpecialist' : stage.owner;
}
