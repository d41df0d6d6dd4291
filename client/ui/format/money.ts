import { moneyWords } from '../messages';

const MINUS = '−';

/** Fen as people read it: `¥1,234.50`, a minus before the sign of the currency. */
export function formatMoney(amountFen: number): string {
  const absolute = Math.abs(Math.trunc(amountFen));
  const yuan = grouped(Math.floor(absolute / 100));
  const fen = String(absolute % 100).padStart(2, '0');
  return `${amountFen < 0 ? MINUS : ''}¥${yuan}.${fen}`;
}

/** Sums insured are spoken in 万: `200 万`; anything uneven stays in figures. */
export function formatSum(amountFen: number): string {
  const TEN_THOUSAND_YUAN_FEN = 1_000_000;
  return amountFen > 0 && amountFen % TEN_THOUSAND_YUAN_FEN === 0
    ? moneyWords.tenThousand(grouped(amountFen / TEN_THOUSAND_YUAN_FEN))
    : formatMoney(amountFen);
}

/** `3,260`, and with `signed` `+200` or `−400`. */
export function formatPoints(points: number, { signed = false } = {}): string {
  const sign = points < 0 ? MINUS : signed && points > 0 ? '+' : '';
  return sign + grouped(Math.abs(points));
}

/** Intl is missing on some phones, so the groups are made by hand. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
