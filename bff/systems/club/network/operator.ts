import { notFound } from '../../../http/problem';
import type { Actor } from '../../../http/service-token';
import type { Club } from '../club';

/** An operator as the database knows it: the own branch and everything below it is in reach. */
export interface Operator {
  operatorId: string;
  branchId: string;
}

/** @throws Problem 404 for somebody who is no operator any more */
export async function readOperator(club: Club, actor: Actor): Promise<Operator> {
  const { rows } = await club.pool.query<{ id: string; branch_id: string }>(
    'select id, branch_id from operators where id = $1 and active',
    [actor.subject],
  );
  if (!rows[0]) throw notFound();
  return { operatorId: rows[0].id, branchId: rows[0].branch_id };
}
