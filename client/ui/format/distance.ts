import { distanceWords } from '../messages';

/** `850 米`, `1.2 公里`, `26 公里`. */
export function formatDistance(metres: number): string {
  if (metres < 1000) return distanceWords.metres(Math.max(10, Math.round(metres / 10) * 10));
  const kilometres = metres / 1000;
  return distanceWords.kilometres(kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres));
}
