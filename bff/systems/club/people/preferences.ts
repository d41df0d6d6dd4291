import type { ClubMember } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { readMember } from './member-view';

/** Only what is given changes; the same twice is the same. */
export async function changePreferences(
  club: Club,
  memberId: string,
  wanted: { theme?: 'system' | 'light' | 'dark' | undefined; elder?: boolean | undefined },
): Promise<ClubMember> {
  await club.pool.query(
    `update members set theme = coalesce($2, theme), elder = coalesce($3, elder), updated_at = now()
     where id = $1 and merged_into is null and erased_at is null`,
    [memberId, wanted.theme ?? null, wanted.elder ?? null],
  );
  return readMember(club, club.pool, memberId);
}
