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
  /** One the member can afford, one that costs too much or is gone. */
  item: string;
  dearItem: string;
  giveable: string;
}

interface Item {
  id: string;
  open?: boolean;
  transferable?: boolean;
  pricePoints?: number;
  stock?: number;
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
  const { balance } = (await member.get<{ balance: number }>('/points')).body;
  const shelf = await listOf('/mall/items');
  const canHave = ({ pricePoints = 0, stock = 0 }: Item) => stock > 0 && pricePoints <= balance;
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
    item: idOf(shelf, canHave),
    dearItem: idOf(shelf, (item) => !canHave(item)),
    giveable: idOf(active, ({ transferable }) => transferable === true),
  };
}
