const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** An instant as it leaves the server: ISO 8601 with the offset people in China live in (no daylight saving time). */
export function toInstant(date: Date): string {
  return new Date(date.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}
