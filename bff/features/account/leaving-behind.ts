import { isAway } from '../../last-known/last-known';
import type { Calling } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import type { Core } from '../../upstream/core/client';

export interface LeavingDeps {
  core: Pick<Core, 'claims'>;
  benefits: Pick<Benefits, 'vouchers' | 'points'>;
}

const MOST_COUNTED = 100;

async function known(read: () => Promise<number>): Promise<number | null> {
  try {
    return await read();
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
}

/** What a person should know before asking to be forgotten. */
export async function leavingBehind({ core, benefits }: LeavingDeps, by: Calling) {
  const [openClaims, vouchers, points] = await Promise.all([
    known(async () => (await core.claims(by, { open: 'true', limit: MOST_COUNTED })).items.length),
    known(async () => (await benefits.vouchers(by, { state: 'active', limit: MOST_COUNTED })).items.length),
    known(async () => (await benefits.points(by)).balance),
  ]);
  return { openClaims, vouchers, points };
}
