import { startMemberStack, type MemberStack } from '../member-stack';

interface Policy {
  id: string;
  status: string;
  endorsements: { title: string; endorsementNo: string | null; changeFen: number }[];
  payments: { amountFen: number }[];
  noClaim: { years: number } | null;
  vehicleTax: { year: number; amountFen: number } | null;
  cancelledAt: string | null;
}

let product: MemberStack;
beforeAll(async () => {
  product = await startMemberStack();
});
afterAll(() => product.stop());

/** What somebody who tries the demonstration can open. */
async function everyPolicy(): Promise<Policy[]> {
  const details: Policy[] = [];
  for (const person of [product.member, product.other]) {
    const { body } = await person.get<{ items: Policy[] }>('/policies?limit=100');
    for (const { id } of body.items) details.push((await person.get<Policy>(`/policies/${id}`)).body);
  }
  return details;
}

test('a policy in every state, and everything that a policy can carry, is there to be opened', async () => {
  const policies = await everyPolicy();
  expect([...new Set(policies.map(({ status }) => status))].sort()).toEqual([
    'active',
    'cancelled',
    'expired',
    'pending',
  ]);
  const changes = policies.flatMap(({ endorsements }) => endorsements);
  expect(changes.some(({ title }) => title.includes('退保'))).toBe(true);
  expect(changes.some(({ title, endorsementNo }) => !title.includes('退保') && endorsementNo)).toBe(true);
  expect(policies.every(({ payments }) => payments.length > 0)).toBe(true);
  expect(policies.some(({ noClaim }) => (noClaim?.years ?? 0) > 0)).toBe(true);
  const taxes = policies.flatMap(({ vehicleTax }) => vehicleTax ?? []);
  expect([
    taxes.some(({ amountFen }) => amountFen > 0),
    taxes.some(({ amountFen }) => amountFen === 0),
  ]).toEqual([true, true]);
  for (const { status, cancelledAt } of policies) expect(cancelledAt !== null).toBe(status === 'cancelled');
});
