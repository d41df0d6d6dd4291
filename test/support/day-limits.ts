import type { Pool } from 'pg';

/**
 * Takes the day's limits out of the services and of what was issued: for a suite that uses more in its one day than a member could. The limits have tests of
 * their own.
 */
export async function liftDayLimits(club: Pool): Promise<void> {
  await club.query(`update services set terms = terms - 'caps'`);
  await club.query(`update vouchers set terms = terms - 'caps'`);
}
