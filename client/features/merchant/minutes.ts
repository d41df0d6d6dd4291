import { hoursWords } from './store-messages';

const DAY = 1440;
const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as `08:30`; what is beyond midnight is the next morning's clock. */
export const clockOf = (minutes: number): string =>
  `${two(Math.floor((minutes % DAY) / 60))}:${two(minutes % 60)}`;

/** Midnight itself closes a day: 24:00, as shops write it. */
function spokenMinutes(minutes: number): string {
  if (minutes === DAY) return '24:00';
  return minutes > DAY ? `${hoursWords.nextDay} ${clockOf(minutes)}` : clockOf(minutes);
}

/** From one minute of the day to the same of the next: the shop does not close. */
export const isAllDay = (opensMinute: number, closesMinute: number): boolean =>
  closesMinute - opensMinute === DAY;

/** `08:30–20:00`, or that the shop does not close. */
export const spokenHours = (opensMinute: number, closesMinute: number): string =>
  isAllDay(opensMinute, closesMinute)
    ? hoursWords.allDay
    : `${spokenMinutes(opensMinute)}–${spokenMinutes(closesMinute)}`;

/** `08:30` to minutes after midnight. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A shop that closes at or before its opening hour closes after midnight. */
export const closingAfter = (opensMinute: number, closes: string): number => {
  const closesMinute = minutesOf(closes);
  return closesMinute > opensMinute ? closesMinute : closesMinute + DAY;
};
