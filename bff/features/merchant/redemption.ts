import { maskName } from '../../masking';
import type { ClubLookup, ClubRedemption } from '../../upstream/club/contract';
import type { Lookup, Redemption } from './contract';

/** The clerk sees 张*, never the name: enough to greet a guest, too little to know one. */
const nameMasked = (name: string | null) => (name === null ? '' : maskName(name));

export function shownRedemption({ memberName, ...redemption }: ClubRedemption): Redemption {
  return { ...redemption, memberNameMasked: nameMasked(memberName) };
}

export function shownLookup({ voucher, scanToken }: ClubLookup): Lookup {
  const { memberName, ...shown } = voucher;
  return { voucher: { ...shown, memberNameMasked: nameMasked(memberName) }, scanToken };
}
