import type { ClaimEvent } from './claim-news';

type Event = Pick<ClaimEvent, 'kind' | 'detail'>;

/** At most five characters each: a WeChat message has no more room for how things stand. */
const phrases: Record<string, string> = {
  'status:papersListed': '材料清单',
  'status:closed': '已办完',
  'escalated:2': '主管跟进',
  assessmentProposed: '金额待确认',
  paperRejected: '材料待重交',
  papersAskedAgain: '材料待补交',
  paidOut: '赔款已汇出',
  refused: '这次不赔',
  reopened: '重新打开',
  withdrawn: '已撤回',
};

/** Undefined for what is not told this way. */
export const phraseOf = ({ kind, detail }: Event): string | undefined =>
  phrases[`${kind}:${detail}`] ?? phrases[kind];
