import { daysLeft, formatEnd, formatFullDate } from '@/ui/format/time';
import type { TagTone } from '@/ui/tag';
import type { PolicySummary } from '../../../bff/features/policies/contract';
import { statusNames, policyDayWords } from './messages';

export interface PolicyLook {
  tone: TagTone;
  tag: string;
  /** `还有 28 天`; nothing for what is over. */
  days: string | undefined;
  /** `到 2027年3月30日 24:00`. */
  term: string;
}

/** Renewal reminders start here, so this is where the colour changes too. */
const DUE_SOON_DAYS = 30;

type Dated = Pick<PolicySummary, 'status' | 'startsAt' | 'endsAt'>;

/** The status as a person reads it. The server's word holds; the days only explain it. */
export function policyLook({ status, startsAt, endsAt }: Dated, now: number): PolicyLook {
  const until = policyDayWords.until(formatEnd(endsAt));
  if (status === 'pending') {
    return {
      tone: 'brand',
      tag: statusNames.pending,
      days: undefined,
      term: policyDayWords.from(formatFullDate(startsAt)),
    };
  }
  if (status !== 'active') {
    const term = status === 'cancelled' ? policyDayWords.plannedUntil(formatEnd(endsAt)) : until;
    return { tone: 'grey', tag: statusNames[status], days: undefined, term };
  }
  const left = daysLeft(endsAt, now);
  const days = left <= 0 ? policyDayWords.lastDay : policyDayWords.daysLeft(left);
  return left <= DUE_SOON_DAYS
    ? { tone: 'due', tag: policyDayWords.soon, days, term: until }
    : { tone: 'ok', tag: statusNames.active, days, term: until };
}
