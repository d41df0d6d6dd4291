import type { Caller } from '../bff/features/caller';

/** The things of the verified member that screens are opened with. */
export interface Ids {
  policy: string;
  openClaim: string;
  closedClaim: string;
  gift: string;
  voucher: string;
  usedVoucher: string;
  vehicle: string;
}

interface Item {
  id: string;
  open?: boolean;
}

export async function readIds(member: Caller): Promise<Ids> {
  const listOf = async (path: string) => (await member.get<{ items: Item[] }>(path)).body.items;
  const [policies, claims, gifts, active, redeemed, vehicles] = await Promise.all(
    [
      '/policies',
      '/claims?limit=50',
      '/gifts',
      '/vouchers?state=active',
      '/vouchers?state=redeemed',
      '/vehicles',
    ].map(listOf),
  );
  const idOf = (items: Item[] | undefined, wanted: (item: Item) => boolean = () => true) =>
    items?.find(wanted)?.id ?? '';
  return {
    policy: idOf(policies),
    openClaim: idOf(claims, ({ open }) => open === true),
    closedClaim: idOf(claims, ({ open }) => open === false),
    gift: idOf(gifts),
    voucher: idOf(active),
    usedVoucher: idOf(redeemed),
    vehicle: idOf(vehicles),
  };
}
