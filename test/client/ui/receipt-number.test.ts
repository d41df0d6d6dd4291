import { formatReceiptNumber } from '../../../client/ui/format/receipt-number';

test.each([
  ['01a2021e-c1dc-7715-8d9e-c716dec05a09', 'DEC0 5A09'],
  ['red_demo_0007', 'DEMO 0007'],
  ['abc', 'ABC'],
])('%s is read aloud as %s', (id, spoken) => {
  expect(formatReceiptNumber(id)).toBe(spoken);
});
