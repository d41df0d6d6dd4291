import type { Actor } from '../../http/service-token';
import type { ClubLookup } from '../../upstream/club/contract';

/** One entry in the member's record of who saw what. */
export interface CounterLook {
  accountId: string;
  viewer: { role: 'clerk' | 'merchantOwner'; id: string; place: string };
  action: 'voucherLookup';
  fields: ('name' | 'plate' | 'voucher')[];
}

/** What a look-up at the counter showed of the member: the masked name, the voucher, and the plate where the voucher is bound to one. */
export function lookedAt({ looked, voucher }: ClubLookup, actor: Actor): CounterLook {
  return {
    accountId: looked.memberId,
    viewer: {
      role: actor.role === 'merchantOwner' ? 'merchantOwner' : 'clerk',
      id: actor.clerkId ?? actor.subject,
      place: looked.place,
    },
    action: 'voucherLookup',
    fields: voucher.plate === null ? ['voucher', 'name'] : ['voucher', 'name', 'plate'],
  };
}
