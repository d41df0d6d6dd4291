import { stages } from './claim-stages';

/** Something that happened to a claim, as it is kept: a kind and a code beside it, no free text. */
export interface ClaimEvent {
  id: string;
  at: Date;
  kind: string;
  detail: string;
}

interface Words {
  title: string;
  detail: string;
}

const fixed: Record<string, Words> = {
  photoReceived: { title: '收到一张照片', detail: '照片已经交给负责的人。' },
  photoRemoved: { title: '一张照片已拿掉', detail: '按您的要求拿掉了。' },
  paperReceived: { title: '收到您交的材料', detail: '一个工作日内看完告诉您。' },
  paperAccepted: { title: '一份材料收下了', detail: '这份不用再交。' },
  paperRejected: { title: '一份材料要重新交', detail: '哪里不行、怎么补，都写在材料清单里。' },
  papersAskedAgain: {
    title: '又请您补交材料，对不起',
    detail: '材料本该一次说全，这是我们没做到。主管写了原因，已经记下来。',
  },
  assessmentProposed: { title: '金额算出来了，请您看', detail: '每一项、谁付多少都列着。您同意了才算定。' },
  assessmentObjected: { title: '您说金额不对', detail: '我们按您说的理由重新算，3 个工作日内给您看。' },
  accountProposed: { title: '收款账户填好了', detail: '还差您再确认一次。' },
  accountConfirmed: { title: '收款账户已确认', detail: '审核完就付款。' },
  paidOut: { title: '一笔赔款已汇出', detail: '到账时间看您的银行。' },
  withdrawn: { title: '您撤回了报案', detail: '24 小时内可以恢复。' },
  withdrawalUndone: { title: '报案已恢复', detail: '接着原来的进度办。' },
  refused: { title: '这次不赔', detail: '理由写在结果里，3 天内再书面给您。' },
  refusalNoticeSent: { title: '不赔的书面理由已发出', detail: '有疑问可以要求再看一次。' },
  reopened: { title: '案子重新打开了', detail: '换一个人重新看，3 个工作日内答复您。' },
  rated: { title: '谢谢您的评价', detail: '说得不好的地方，主管会看。' },
  // Demonstrations of before: this happened to claims that are still shown.
  playedForYou: { title: '演示：系统替您同意了金额', detail: '以前的演示案件会自己往下走。' },
};

const escalated: Record<string, Words> = {
  '1': { title: '5 分钟还没打通，组长接手了', detail: '组长会亲自安排，或者自己给您打。' },
  '2': { title: '10 分钟没有联系上您，对不起', detail: '主管正在查原因，并且盯着给您打电话。' },
};

function statusNews(status: string): Words {
  if (status === 'closed') return { title: '都办完了', detail: '这次理赔已经办完。' };
  const stage = stages.find(({ code }) => code === status);
  return stage ? { title: stage.name.done, detail: stage.plain.done } : { title: '有新进展', detail: '' };
}

/** What happened, in the words of the list below the steps. */
export function newsOf({ kind, detail }: Pick<ClaimEvent, 'kind' | 'detail'>): Words {
  if (kind === 'status') return statusNews(detail);
  if (kind === 'escalated') return escalated[detail] ?? { title: '有人接手了', detail: '' };
  return fixed[kind] ?? { title: '有新进展', detail: '' };
}

/** Only what a person has to know goes to the phone by SMS: something to do, money, a broken promise, an end. */
const smsKinds = new Set([
  'assessmentProposed',
  'paperRejected',
  'papersAskedAgain',
  'paidOut',
  'refused',
  'reopened',
  'withdrawn',
]);

export function noticeOf(event: Pick<ClaimEvent, 'kind' | 'detail'>): string | null {
  const important =
    smsKinds.has(event.kind) ||
    (event.kind === 'escalated' && event.detail === '2') ||
    (event.kind === 'status' && ['papersListed', 'closed'].includes(event.detail));
  if (!important) return null;
  const { title, detail } = newsOf(event);
  return `${title}。${detail}`;
}
