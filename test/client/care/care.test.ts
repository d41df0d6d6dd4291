import { careOf } from './care-table';
import { clientWrites, screenThatSays } from './client-writes';

const rows = Object.entries(careOf).flatMap(([write, care]) =>
  (['asks', 'receipt', 'undo'] as const).flatMap((part) => {
    const given = care[part];
    return 'says' in given ? [{ write, part, ...given }] : [];
  }),
);

it('has a row for everything by which the client changes something, and for nothing else', () => {
  expect(clientWrites()).toEqual(Object.keys(careOf).sort());
});

it.each(rows)('$write: $part says “$says”', ({ at, says }) => {
  expect(screenThatSays(at, says)).toBeDefined();
});

it('notices words that no screen says', () => {
  expect(screenThatSays('features/gifts', '这句话哪里都没有')).toBeUndefined();
});
