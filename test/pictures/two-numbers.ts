import { secondPhone, unverifiedMember } from '../../bff/systems/demo-people';
import { signIn } from '../bff/features/caller';
import type { Stack } from '../support/stack';

/** Hers too, as the carriers know it. */
export const insuredPhone = '13800000053';
const { name, idNumber, phone } = unverifiedMember;

/**
 * One person with three numbers: under the first she is the newcomer whom other pictures need unverified, under `insuredPhone` she is verified, and
 * under `secondPhone` she has asked for the same and is offered to merge the two accounts.
 */
export async function bindUnderTwoNumbers(stack: Stack): Promise<void> {
  const index = (number: string) => stack.keys.cipher.blindIndex('identity.phone_index', number);
  await stack.database
    .pool('identity')
    .query(
      'insert into person_phones (person_id, phone_index) select person_id, $1 from person_phones where phone_index = $2',
      [index(insuredPhone), index(phone)],
    );
  for (const [number, status] of [
    [insuredPhone, 200],
    [secondPhone, 202],
  ] as const) {
    const answer = await (await signIn(stack, number)).post('/me/identity', { name, idNumber });
    if (answer.status !== status) throw new Error(`${number} was answered with ${answer.status}`);
  }
}
