import { endOfWorkingDay } from '../../../working-days';
import type { ClaimClock } from '../../../upstream/core/contract/claim-requests';
import type { ClaimStatus } from './claim-stages';

/**
 * Every promise about a claim, in one table: the steps take their due times from it, the screens their words, and the
 * page of promises is this table. Days of the law are days of the calendar; working days are meant only where it is said.
 */
type Within = { minutes: number } | { workingDays: number };

interface ClockRow {
  /** A stage, or something that happens beside the stages. */
  code: string;
  /** A stage reached, or an event. */
  from: ClaimStatus | 'paperReceived' | 'objected' | 'refusalDecided' | 'reopened' | 'withdrawn';
  within: Within;
  ownerRole: string;
  name: string;
  plain: string;
  fromWords: string;
  target: string;
  source: string;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const claimClocks = [
  {
    code: 'dispatched',
    from: 'reported',
    within: { minutes: 1 },
    ownerRole: '派单组长',
    name: '安排查勘员',
    plain: '找离您最近、手上有空的查勘员。',
    fromWords: '报案后',
    target: '1 分钟内',
    // Our promise, inside the 10 minutes of the first contact.
    source: '我们的承诺',
  },
  {
    code: 'escalatedToLead',
    from: 'reported',
    within: { minutes: 5 },
    ownerRole: '派单组长',
    name: '5 分钟还没人打电话，组长接手',
    plain: '组长亲自接手，换人或者自己给您打。',
    fromWords: '报案后',
    target: '5 分钟',
    // The inner target of the company's metric: 5 minutes on average.
    source: '公司服务指标：首次查勘回复平均 5 分钟',
  },
  {
    code: 'contacted',
    from: 'reported',
    within: { minutes: 10 },
    ownerRole: '查勘员',
    name: '查勘员给您打电话',
    plain: '打您留的电话，问清情况，约好看车。',
    fromWords: '报案后',
    target: '10 分钟内',
    // Company service metric 首次查勘回复: 10 minutes for 100 % of the cases.
    source: '公司服务指标：首次查勘回复 10 分钟',
  },
  {
    code: 'papersListed',
    from: 'reported',
    within: { minutes: DAY },
    ownerRole: '理赔员',
    name: '把要交的材料一次说全',
    plain: '写成清单给您，只说这一次。',
    fromWords: '报案后',
    target: '1 天内',
    // 机动车交通事故责任强制保险条例 27: in writing within 1 day; 保险法 22: asked for once, all together.
    source: '交强险条例第二十七条、保险法第二十二条',
  },
  {
    code: 'registered',
    from: 'papersListed',
    within: { minutes: DAY },
    ownerRole: '理赔员',
    name: '受理',
    plain: '确认这起事故按您的保单来办。',
    fromWords: '材料清单给您后',
    target: '1 天内',
    source: '我们的承诺',
  },
  {
    code: 'assessed',
    from: 'registered',
    within: { minutes: 3 * DAY },
    ownerRole: '理赔员',
    name: '把损失金额算给您看',
    plain: '一项一项列出来，您同意了才算定。',
    fromWords: '受理后',
    target: '3 天内',
    // Our promise, inside the 30 days of 保险法 23 for a complex case.
    source: '我们的承诺（保险法第二十三条为 30 天）',
  },
  {
    code: 'reassessed',
    from: 'objected',
    within: { workingDays: 3 },
    ownerRole: '理赔员',
    name: '您不同意金额，重新算',
    plain: '按您说的理由再核一遍，重新给您看。',
    fromWords: '您提出后',
    target: '3 个工作日内',
    source: '我们的承诺',
  },
  {
    code: 'paperReviewed',
    from: 'paperReceived',
    within: { workingDays: 1 },
    ownerRole: '理赔员',
    name: '看您交的材料',
    plain: '行就收下，不行就说清楚哪里不行。',
    fromWords: '您交材料后',
    target: '1 个工作日内',
    source: '我们的承诺',
  },
  {
    code: 'reviewed',
    from: 'papersComplete',
    within: { minutes: 5 * DAY },
    ownerRole: '审核员',
    name: '算好赔款、核对一遍',
    plain: '另一个人再核对一遍，结果连同算法告诉您。',
    fromWords: '材料齐了后',
    target: '5 天内',
    // 机动车交通事故责任强制保险条例 28: decision within 5 days of the papers.
    source: '交强险条例第二十八条',
  },
  {
    code: 'paid',
    from: 'reviewed',
    within: { minutes: 10 * DAY },
    ownerRole: '付款专员',
    name: '把赔款汇出',
    plain: '汇到您确认过的账户。',
    fromWords: '谈妥后',
    target: '10 天内',
    // 保险法 23 and 交强险条例 29: payment within 10 days of agreement.
    source: '保险法第二十三条、交强险条例第二十九条',
  },
  {
    code: 'refusalNotice',
    from: 'refusalDecided',
    within: { minutes: 3 * DAY },
    ownerRole: '理赔主管',
    name: '不赔的，把理由写给您',
    plain: '写清楚依据哪一条，以及您可以怎么办。',
    fromWords: '决定不赔后',
    target: '3 天内',
    // 保险法 24: a refusal notice with its reasons within 3 days of the decision.
    source: '保险法第二十四条',
  },
  {
    code: 'reopenAnswered',
    from: 'reopened',
    within: { workingDays: 3 },
    ownerRole: '理赔主管',
    name: '您要求再看一次',
    plain: '换一个人重新看，给您答复。',
    fromWords: '您提出后',
    target: '3 个工作日内',
    source: '我们的承诺',
  },
  {
    code: 'withdrawalFinal',
    from: 'withdrawn',
    within: { minutes: DAY },
    ownerRole: '客服',
    name: '撤回可以反悔',
    plain: '撤回后 24 小时内，点一下就恢复。',
    fromWords: '撤回后',
    target: '24 小时内',
    source: '我们的承诺',
  },
] as const satisfies readonly ClockRow[];

export type ClockCode = (typeof claimClocks)[number]['code'];

export function clockOf(code: string): ClockRow | undefined {
  return claimClocks.find((clock) => clock.code === code);
}

const MINUTE_MS = 60_000;

/** When a promise that begins at `from` has to be kept. */
export function dueAfter(code: ClockCode, from: Date): Date {
  const clock = clockOf(code);
  if (!clock) throw new Error(`no such clock: ${code}`);
  const { within } = clock;
  return 'minutes' in within
    ? new Date(from.getTime() + within.minutes * MINUTE_MS)
    : endOfWorkingDay(from, within.workingDays);
}

/** The clocks of stages that start when a claim reaches `status`. */
export function clocksFrom(
  status: string,
  stageCodes: readonly string[],
): { code: string; withinMinutes: number }[] {
  return claimClocks.flatMap(({ code, from, within }) =>
    from === status && stageCodes.includes(code) && 'minutes' in within
      ? [{ code, withinMinutes: within.minutes }]
      : [],
  );
}

export function publishedClocks(): ClaimClock[] {
  return claimClocks.map(({ code, name, plain, fromWords, target, within, ownerRole, source }) => ({
    code,
    name,
    plain,
    from: fromWords,
    target,
    withinMinutes: 'minutes' in within ? within.minutes : null,
    withinWorkingDays: 'workingDays' in within ? within.workingDays : null,
    calendar: 'minutes' in within ? 'wallClock' : 'workingDays',
    ownerRole,
    source,
  }));
}
