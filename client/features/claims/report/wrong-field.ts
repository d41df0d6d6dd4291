import Taro from '@tarojs/taro';
import { fieldNameWords } from './messages';
import type { WrongField, WrongFields } from './report-body';

/** As they stand on the screen, from above. */
const fromAbove: readonly WrongField[] = ['plate', 'occurredAt', 'address', 'contactPhone', 'driverName'];
/** What the bar at the head of a page covers. */
const HEAD_PX = 96;

const inOrder = (wrong: WrongFields): WrongField[] => {
  const fields = Object.keys(wrong) as WrongField[];
  const placeOf = (field: WrongField) => {
    const at = fromAbove.indexOf(field);
    return at < 0 ? fromAbove.length : at;
  };
  return fields.sort((one, other) => placeOf(one) - placeOf(other));
};

/** One id for all fields of another car: it is shown as a whole. */
export const fieldId = (field: string): string => `report-${field.split('.').slice(0, 2).join('-')}`;

function nameOf(field: WrongField): string {
  const [name = '', index] = field.split('.');
  return index === undefined
    ? fieldNameWords[name as keyof typeof fieldNameWords]
    : `${fieldNameWords.otherCars} ${Number(index) + 1}`;
}

export const namesOf = (wrong: WrongFields): string => [...new Set(inOrder(wrong).map(nameOf))].join('、');

/** Brings the first of them into sight: the words at the button alone leave one searching. */
export function showFirst(wrong: WrongFields): void {
  const [first] = inOrder(wrong);
  if (first) void Taro.pageScrollTo({ selector: `#${fieldId(first)}`, offsetTop: -HEAD_PX });
}
