import type * as z from 'zod/mini';
import type { options } from '../../../upstream/core/contract/claim-parts';
import type { ClaimStatus } from './claim-stages';

export interface OptionSituation {
  status: ClaimStatus;
  injured: boolean;
  otherVehicles: boolean;
  scenario: string;
  paidSomething: boolean;
  rated: boolean;
  /** The 2 years of 保险法 26 count from the accident. */
  occurredAt: Date;
  now: Date;
  toInstant: (at: Date) => string;
}

type Options = z.infer<typeof options>;

const TIME_BAR_YEARS = 2;

/** 保险法 26: two years for property insurance, from the day one knew of the accident. */
export function timeBar(occurredAt: Date): Date {
  const end = new Date(occurredAt);
  end.setUTCFullYear(end.getUTCFullYear() + TIME_BAR_YEARS);
  return end;
}

const consequences = [
  '这次事故就不赔了，垫付的钱也不能找我们报。',
  '24 小时内可以反悔，点一下就恢复，原来的进度不丢。',
  '过了 24 小时，两年之内还可以重新报案，但现场照片和时间可能说不清。',
  '撤回不影响您明年的保费。',
];

/** `paid` has nothing left to be withdrawn; what was paid is paid. */
const withdrawable = (status: ClaimStatus) => !['paid', 'closed', 'withdrawn', 'refused'].includes(status);

export function claimOptions(situation: OptionSituation): Options {
  const { status, injured, otherVehicles, paidSomething, rated, occurredAt, now, toInstant } = situation;
  const until = timeBar(occurredAt);
  const ended = status === 'closed' || status === 'refused';
  const inTime = now.getTime() < until.getTime();
  const canWithdraw = withdrawable(status) && !paidSomething;
  return {
    withdraw: {
      allowed: canWithdraw,
      reason: canWithdraw ? '' : paidSomething ? '已经有赔款付出去了，不能再撤回。' : '这个案子已经结束了。',
      consequences: canWithdraw ? consequences : [],
    },
    reopen: {
      allowed: ended && inTime,
      reason: !ended
        ? '案子还在办，有话直接告诉负责的人。'
        : inTime
          ? ''
          : '出险已经超过两年，请打电话说明情况。',
      until: ended ? toInstant(until) : null,
    },
    rate: { allowed: status === 'closed' && !rated },
    agreementPaper: {
      allowed: !injured && otherVehicles,
      reason: injured
        ? '有人受伤的，要等交警认定，不能自己商量。'
        : otherVehicles
          ? ''
          : '这起事故没有填对方的车，用不到协议书。',
    },
  };
}
