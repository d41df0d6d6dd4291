import type { SeededRandom } from '../seeded-random';

/** People, cars and shops that do not exist. What the n-th one is called follows from n alone, so nobody is there twice. */
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬彬丹雪琳晨宇浩凯'];

export function madeUpName({ below }: SeededRandom): string {
  const pick = (signs: string[]) => signs[below(signs.length)] ?? '';
  return pick(SURNAMES) + pick(GIVEN) + (below(3) > 0 ? pick(GIVEN) : '');
}

const PREFIXES = 70;
const FIRST_SUFFIX = 100;
/** Beyond it the last four digits of a number would run out. */
export const MOST_MEMBERS = 550_000;
const FIRST_CLERK = 560_000;

/** Numbers of the form 1xx 0000 xxxx, like those of the demonstration, which end before the first of these. */
function numbered(position: number): string {
  const suffix = FIRST_SUFFIX + Math.floor(position / PREFIXES);
  return `${String(130 + (position % PREFIXES))}0000${String(suffix).padStart(4, '0')}`;
}

export const memberPhone = (position: number): string => numbered(position);
export const clerkPhone = (position: number): string => numbered(FIRST_CLERK + position);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const BIRTHDAYS = 15_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export function residentId(position: number): string {
  const born = new Date(Date.UTC(1958, 0, 1) + (position % BIRTHDAYS) * DAY_MS).toISOString();
  const order = String(Math.floor(position / BIRTHDAYS) + 1).padStart(3, '0');
  const body = `370181${born.slice(0, 10).replaceAll('-', '')}${order}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

const PLATE_SIGNS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function plateOf(position: number): string {
  let rest = position + 1;
  let signs = '';
  for (let place = 0; place < 5; place += 1) {
    signs = PLATE_SIGNS.charAt(rest % PLATE_SIGNS.length) + signs;
    rest = Math.floor(rest / PLATE_SIGNS.length);
  }
  return `鲁A${signs}`;
}

export const vinOf = (position: number): string => `LFV2A21K0${String(position).padStart(8, '0')}`;
export const engineNoOf = (position: number): string => `EA${String(position).padStart(6, '0')}`;
