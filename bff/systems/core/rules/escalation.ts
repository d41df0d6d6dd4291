import { clockOf } from './claim-clocks';

/** The first contact is escalated twice: at the inner target to the team lead, at the promise itself to the supervisor. */
const minutesOf = (code: string): number => {
  const within = clockOf(code)?.within;
  if (!within || !('minutes' in within)) throw new Error(`not a clock of minutes: ${code}`);
  return within.minutes;
};

export const escalations = [
  { level: 1, afterMinutes: minutesOf('escalatedToLead'), role: 'dispatcher' },
  { level: 2, afterMinutes: minutesOf('contacted'), role: 'supervisor' },
] as const;

export const escalationWords: Record<number, string> = {
  1: '5 分钟还没有打通您的电话，组长接手了。',
  2: '10 分钟没有联系上您，对不起。主管在查原因，并且盯着给您打电话。',
};
