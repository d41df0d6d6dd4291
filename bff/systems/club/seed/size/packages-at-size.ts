import type { ClientBase } from 'pg';

export interface SizeContent {
  service: string;
  uses: number;
  amountFen: number | null;
  days: number;
  vehicleBound: boolean;
  /** Of a hundred vouchers so many were used, and of the uses of those how many the most. */
  usedPercent: number;
  mostUses: number;
}

export interface SizePackage {
  id: string;
  title: string;
  basis: 'policyRider' | 'courtesy';
  /** Of a hundred members so many were given it, and of a hundred of those so many claimed it. */
  givenPercent: number;
  claimedPercent: number;
  needsCar: boolean;
  contents: SizeContent[];
}

const content = (
  service: string,
  used: { percent: number; most?: number },
  more: Partial<SizeContent> = {},
): SizeContent => ({
  service,
  uses: 1,
  amountFen: null,
  days: 180,
  vehicleBound: false,
  usedPercent: used.percent,
  mostUses: used.most ?? 1,
  ...more,
});

/**
 * Shares that make a year of 445,000 members come to what a province has: about 64,000 inspections, 68,000 car washes, 51,000 checks, 14,000
 * maintenances, 12,000 fills and 5,700 drives home.
 */
export const sizePackages: readonly SizePackage[] = [
  {
    id: 'pkg_size_rider',
    title: '机动车增值服务（年度）',
    basis: 'policyRider',
    givenPercent: 60,
    claimedPercent: 61,
    needsCar: true,
    contents: [
      content('svc_inspection', { percent: 60 }, { days: 365, vehicleBound: true }),
      content('svc_wash', { percent: 45, most: 2 }, { uses: 3, days: 365 }),
    ],
  },
  {
    id: 'pkg_size_season',
    title: '四季用车礼包',
    basis: 'courtesy',
    givenPercent: 30,
    claimedPercent: 60,
    needsCar: false,
    contents: [
      content('svc_winter_check', { percent: 64 }),
      content('svc_fuel', { percent: 12, most: 2 }, { uses: 2, amountFen: 6000 }),
      content('svc_maintenance', { percent: 18 }),
    ],
  },
  {
    id: 'pkg_size_road',
    title: '一路平安礼包',
    basis: 'courtesy',
    givenPercent: 15,
    claimedPercent: 50,
    needsCar: false,
    contents: [content('svc_driver', { percent: 17 }), content('svc_roadside', { percent: 5 })],
  },
];

export async function writePackages(client: ClientBase, branchId: string): Promise<void> {
  for (const given of sizePackages) {
    await client.query(
      `insert into gift_packages (id, branch_id, title, giver, basis, validity_text, created_at)
       values ($1, $2, $3, '济南中心支公司', $4, '领取后 180 天或 365 天', now() - interval '800 days')`,
      [given.id, branchId, given.title, given.basis],
    );
    for (const [position, { service, uses, amountFen, days }] of given.contents.entries()) {
      await client.query(
        `insert into gift_contents (package_id, position, service_id, quantity, uses_each, amount_total_fen, validity_days)
         values ($1, $2, $3, 1, $4, $5, $6)`,
        [given.id, position + 1, service, uses, amountFen, days],
      );
    }
  }
}
