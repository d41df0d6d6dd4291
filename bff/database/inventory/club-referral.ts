import type { SchemaInventory } from './data-class';

/** Who came by whose link (推荐有礼). The code stands for its member wherever the link is shown; nothing else here is of anybody. */
export const clubReferralInventory: SchemaInventory = {
  invitation_codes: { member_id: 'key', code: 'personal-pseudonym', created_at: 'internal' },
  referrals: {
    id: 'key',
    inviter_id: 'key',
    invited_id: 'key',
    state: 'internal',
    points: 'points',
    registered_at: 'internal',
    verified_at: 'internal',
    due_since: 'internal',
    next_try_at: 'internal',
    settled_at: 'internal',
  },
  referral_years: { member_id: 'key', year: 'internal', paid: 'internal' },
  former_people: { person_index: 'personal-blind-index', since_month: 'internal' },
};
