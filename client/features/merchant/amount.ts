/** "300", "300.5" or "300.00" yuan, as a clerk types it, to integer fen; undefined when it is not an amount above zero. */
export function fenOfTyped(typed: string): number | undefined {
  const match = /^\s*(\d{1,6})(?:\.(\d{1,2}))?\s*$/.exec(typed);
  if (!match) return undefined;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : undefined;
}
