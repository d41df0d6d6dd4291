/** Parts of the page that the card at its head leads to. */
export type CasePlace = 'money' | 'papers';

export const placeOf = (place: CasePlace): string => `case-${place}`;
