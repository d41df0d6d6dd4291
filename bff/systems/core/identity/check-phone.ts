import type { CoreDeps } from '../core-deps';

/** One number on more customers than this is an agent's or a mistake, and goes to 人工核验. */
const MOST_CUSTOMERS_A_PHONE = 5;

/** On how many customers a number stands. It never says on which. */
export async function checkPhone(
  { pool, fields }: CoreDeps,
  phone: string,
): Promise<{ customers: number; flagged: boolean }> {
  const { rows } = await pool.query<{ customers: number }>(
    'select count(*) as customers from customers where phone_index = $1',
    [fields.phoneIndex(phone)],
  );
  const customers = rows[0]?.customers ?? 0;
  return { customers, flagged: customers > MOST_CUSTOMERS_A_PHONE };
}
