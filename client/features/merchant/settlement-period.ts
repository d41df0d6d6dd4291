import { formatDay, formatFullDate } from '@/ui/format/time';
import type { TagTone } from '@/ui/tag';
import type { SettlementSummary } from '../../../bff/features/merchant/contract';
import { settlementWords as words } from './settlement-messages';

/** A statement that waits for the owner is the only one in amber; what was objected to waits for somebody else. */
export const stateTone: Record<SettlementSummary['state'], TagTone> = {
  open: 'grey',
  closed: 'due',
  disputed: 'brand',
  confirmed: 'ok',
  paid: 'ok',
};

/** A whole month by its name, anything else by its first and last day. */
export function periodWords({ period, state }: Pick<SettlementSummary, 'period' | 'state'>): string {
  const { from, to } = period;
  if (state === 'open') return words.openPeriod(formatDay(to));
  const [year = 0, month = 0] = to.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isWholeMonth = from === `${to.slice(0, 7)}-01` && to.endsWith(`-${String(lastDay)}`);
  return isWholeMonth ? words.month(year, month) : words.period(formatFullDate(from), formatFullDate(to));
}
