/** Fen as people read it: ¥1,234.50. Integer arithmetic only, because a sum of cover must never be a rounded float. */
export function yuan(amountFen: number): string {
  const sign = amountFen < 0 ? '−' : '';
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥${whole}.${digits.slice(-2)}`;
}
