import { everydayTerms, plainInstead, termsIn } from '../../../client/ui/glossary';
import type { Phone } from './phone';

/** Latin letters that people write in Chinese too, names of cars among them; everything else in Latin is English or a code of the machine. */
const LATIN_PEOPLE_WRITE = new Set(['App', 'VIN', 'PDF', 'HEIC', 'SUV', 'PLUS']);
const MACHINE = /undefined|NaN|\bnull\b|\[object|Invalid Date|%[sd]\b|\{\{/;
/** Plates, vehicle and receipt numbers: letters and figures in one. */
const NUMBERS = /[A-Z0-9*·-]*\d[A-Z0-9*·-]*/g;
/** Everyday words that only happen to hold two signs of a word of the house. */
const EVERYDAY = /确定损失|审核赔款/g;
const EXPLAINED_ONE = /^(.+)，点开看解释$/;
const EXPLAINED_ALL = /这些词什么意思：(.+)$/;

interface Screen {
  text: string;
  /** What only a screen reader says. */
  labels: string[];
}

const read = (phone: Phone): Promise<Screen> =>
  phone.page.evaluate(() => ({
    text: document.body.innerText,
    labels: [...document.querySelectorAll('[aria-label], [alt], [placeholder]')]
      .filter((element) => element.getClientRects().length > 0)
      .flatMap((element) =>
        ['aria-label', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      )
      .filter(Boolean),
  }));

function explainedIn({ text, labels }: Screen): Set<string> {
  const one = labels.flatMap((label) => EXPLAINED_ONE.exec(label)?.[1] ?? []);
  const all = [...labels, ...text.split('\n')].flatMap(
    (line) => EXPLAINED_ALL.exec(line)?.[1]?.split('、') ?? [],
  );
  return new Set([...one, ...all]);
}

/** Words that no customer should meet: English, codes, leavings of the program, words of the house, terms that nothing on the page explains. */
export async function wordTrouble(phone: Phone): Promise<string[]> {
  const screen = await read(phone);
  const words = [screen.text, ...screen.labels].join('\n');
  const machine = words.split('\n').filter((line) => MACHINE.test(line));
  const latin = (words.replace(NUMBERS, ' ').match(/[A-Za-z_]{3,}/g) ?? []).filter(
    (word) => !LATIN_PEOPLE_WRITE.has(word),
  );
  const plain = words.replace(EVERYDAY, '');
  const house = Object.keys(plainInstead).filter((word) => plain.includes(word));
  const explained = explainedIn(screen);
  const open = termsIn(screen.text).filter((term) => !explained.has(term) && !everydayTerms.includes(term));
  return [
    ...new Set([
      ...machine.map((line) => `left over: ${line.slice(0, 60)}`),
      ...latin.map((word) => `not Chinese: ${word}`),
      ...house.map((word) => `word of the house: ${word}`),
      ...open.map((term) => `not explained: ${term}`),
    ]),
  ];
}
