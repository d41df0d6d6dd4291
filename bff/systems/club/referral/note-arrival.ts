import { uuidv7 } from 'uuidv7';
import { isInvitationCode } from './invitation-code';

/** Nobody who has been a member under this phone or WeChat account is new. */
export const formerGuard =
  'not exists (select 1 from former_people f where f.person_index = newcomer.person_index)';

/**
 * Part of the statement that makes a member: who came by a code is noted together with the member, and nothing here can fail it. It wants a `newcomer` before
 * it (id, person_index, referral_id, code). An object, so that a test can take the condition out.
 */
export const arrivalStatement = {
  text: `insert into referrals (id, inviter_id, invited_id)
    select newcomer.referral_id, c.member_id, newcomer.id from newcomer join invitation_codes c on c.code = newcomer.code
    where ${formerGuard} on conflict do nothing`,
};

interface Arrival {
  referralId: string;
  /** Null for what cannot be a code: it is not looked for. */
  code: string | null;
  /** What else a link can name: a branch, an account manager, a poster. Who invited stands in one place only. */
  sourceRef: string | null;
}

export function arrivalOf(ref: string | undefined): Arrival {
  const code = ref !== undefined && isInvitationCode(ref) ? ref : null;
  return { referralId: uuidv7(), code, sourceRef: code === null ? (ref ?? null) : null };
}
