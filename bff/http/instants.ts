const OFFSET_MS = 8 * 60 * 60 * 1000;

/** An instant as it leaves this server: ISO 8601 with the offset of Asia/Shanghai, which has had no other since 1991. */
export function toInstant(date: Date): string {
  return `${new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, -1)}+08:00`;
}
