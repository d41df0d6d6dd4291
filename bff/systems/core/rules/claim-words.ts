import { laterTimeWords, timeWords } from './time-words';
import { stageOf, type ClaimStatus, type Stage } from './claim-stages';

interface StepWords {
  name: string;
  plain: string;
}

/** Steps that read differently where somebody is hurt. */
const injuryWords: Partial<Record<ClaimStatus, Pick<Stage, 'name' | 'plain'>>> = {
  dispatched: {
    name: { open: '正在安排人伤专员', done: '安排人伤专员' },
    plain: {
      open: '我们在安排专门办伤人事故的人。先救人，别的都可以等。',
      done: '已经有人伤专员负责您的案子。',
    },
  },
  contacted: {
    name: { open: '人伤专员给您打电话', done: '人伤专员给您打电话' },
    plain: {
      open: '人伤专员会打您留的电话，告诉您医药费怎么垫付、要留哪些单据。请保持电话畅通。',
      done: '已经和您通过电话。',
    },
  },
  surveyed: {
    name: { open: '了解伤情和现场', done: '了解伤情和现场' },
    plain: {
      open: '人伤专员到医院了解伤情，也看车和现场。您安心照顾伤者。',
      done: '伤情和现场都已经了解清楚。',
    },
  },
  assessed: {
    name: { open: '确定损失金额', done: '确定损失金额' },
    plain: {
      open: '医药费、误工和修车分开算清，和您、伤者说好再定。治疗没结束的，等稳定了再定。',
      done: '损失金额已经和您说定。',
    },
  },
};

export function stepWords(stage: Stage, options: { injured: boolean; done: boolean }): StepWords {
  const words = (options.injured && injuryWords[stage.code]) || stage;
  const when = options.done ? 'done' : 'open';
  return { name: words.name[when], plain: words.plain[when] };
}

const endWords: Partial<Record<ClaimStatus, string>> = {
  paid: '赔款已汇出',
  closed: '已办完',
  withdrawn: '报案已撤回',
  refused: '这次不赔，理由已告诉您',
};

/** What a claim is called in a list: what is going on now, not the stage that was reached. */
export function statusWords(status: ClaimStatus, current: Pick<StepWords, 'name'> | null): string {
  return endWords[status] ?? current?.name ?? '办理中';
}

export interface StepClock {
  dueAt: Date | null;
  doneAt: Date | null;
}

/** The promise is [.., dueAt]: done in the very moment still keeps it. */
export function isBreached({ dueAt, doneAt }: StepClock, now: Date): boolean {
  return dueAt !== null && (doneAt ?? now).getTime() > dueAt.getTime();
}

/** The promise to ask once is broken by asking, whenever that is. */
export const askedAgainApology = '材料本该一次说全，又请您补交，是我们没做到。对不起，这不影响赔多少。';

/** A promise as an apology says it, and what its breach does not change. */
interface Promised {
  by: string;
  done: string;
  unchanged: string;
}

const PAYS_THE_SAME = '这不影响赔多少。';
export const paperReview: Promised = { by: '看完', done: '看完', unchanged: PAYS_THE_SAME };
export const refusalNotice: Promised = {
  by: '寄出',
  done: '寄出',
  unchanged: '这不影响您要求再看一次。',
};

/** What was promised, what happened, sorry, and what it does not change; null while the promise holds. */
export const apologyWords = (code: ClaimStatus, clock: StepClock, now: Date): string | null =>
  sorryFor({ ...stageOf(code).promised, unchanged: PAYS_THE_SAME }, clock, now);

export function sorryFor(promised: Promised, clock: StepClock, now: Date): string | null {
  if (!clock.dueAt || !isBreached(clock, now)) return null;
  const due = timeWords(clock.dueAt, now);
  const happened = clock.doneAt
    ? `${laterTimeWords(clock.doneAt, clock.dueAt, now)} 才${promised.done}`
    : '到现在还没有';
  return `应在 ${due} 前${promised.by}，${happened}。让您久等了，对不起。${promised.unchanged}`;
}
