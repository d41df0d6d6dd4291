import type { Actor } from '../../../../bff/http/service-token';
import { demoMerchant, otherMerchant } from '../../../../bff/systems/club/seed/demo-network';
import { demoClerkId, demoOwnerId, otherClerkId } from '../../../../bff/systems/club/seed/seed-network';
import {
  demoClerk,
  demoOwner,
  elderMember,
  otherClerk,
  unverifiedMember,
  verifiedMember,
} from '../../../../bff/systems/demo-people';

const storesOf = (merchant: { stores: { id: string }[] }, count = merchant.stores.length) =>
  merchant.stores.slice(0, count).map((store) => store.id);

/** The people of the demonstration as the server signs them. */
export const actors = {
  system: { subject: 'system', role: 'system' },
  member: { subject: verifiedMember.memberId, role: 'member' },
  basicMember: { subject: unverifiedMember.memberId, role: 'member' },
  elder: { subject: elderMember.memberId, role: 'member' },
  clerk: {
    subject: demoClerk.memberId,
    role: 'clerk',
    clerkId: demoClerkId,
    merchantId: demoMerchant.id,
    storeIds: storesOf(demoMerchant, 2),
  },
  owner: {
    subject: demoOwner.memberId,
    role: 'merchantOwner',
    clerkId: demoOwnerId,
    merchantId: demoMerchant.id,
    storeIds: storesOf(demoMerchant),
  },
  otherClerk: {
    subject: otherClerk.memberId,
    role: 'clerk',
    clerkId: otherClerkId,
    merchantId: otherMerchant.id,
    storeIds: storesOf(otherMerchant),
  },
  provinceOperator: { subject: 'opr_demo_0001', role: 'operator', branchId: 'br_sd' },
  cityOperator: { subject: 'opr_demo_0002', role: 'operator', branchId: 'br_sd_jinan' },
} satisfies Record<string, Actor>;

const [first = '', second = '', third = ''] = storesOf(demoMerchant);
export const stores = { first, second, third, otherMerchants: storesOf(otherMerchant)[0] ?? '' };
