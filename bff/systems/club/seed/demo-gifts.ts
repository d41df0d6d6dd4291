/** Packages of the demonstration. None of them is a promise to get or keep a policy (保险法 116): riders belong to the policy, the rest is care. */
export interface DemoPackage {
  id: string;
  title: string;
  basis: 'policyRider' | 'courtesy' | 'points';
  validity: string;
  stock: number | null;
  contents: { service: string; quantity: number; uses?: number; amountFen?: number; days: number }[];
}

export const winterPackage: DemoPackage = {
  id: 'pkg_winter',
  title: '冬季用车礼包',
  basis: 'courtesy',
  validity: '领取后 90 天（冬季安全检测 120 天）',
  stock: 5000,
  contents: [
    { service: 'svc_wash', quantity: 2, days: 90 },
    { service: 'svc_winter_check', quantity: 1, days: 120 },
    { service: 'svc_fuel', quantity: 1, uses: 2, amountFen: 6000, days: 90 },
  ],
};

export const carePackage: DemoPackage = {
  id: 'pkg_care',
  title: '车主关怀礼包',
  basis: 'courtesy',
  validity: '领取后 180 天',
  stock: 2000,
  contents: [
    { service: 'svc_driver', quantity: 1, days: 180 },
    { service: 'svc_tyre', quantity: 1, days: 180 },
    { service: 'svc_health', quantity: 1, days: 180 },
  ],
};

export const summerPackage: DemoPackage = {
  id: 'pkg_summer',
  title: '夏季清凉礼包',
  basis: 'courtesy',
  validity: '领取后 60 天',
  stock: 3000,
  contents: [{ service: 'svc_wash_fine', quantity: 1, days: 60 }],
};

export const welcomePackage: DemoPackage = {
  id: 'pkg_welcome',
  title: '新会员礼包',
  basis: 'courtesy',
  validity: '领取后 90 天',
  stock: null,
  contents: [
    { service: 'svc_wash_fine', quantity: 1, days: 90 },
    { service: 'svc_maintenance', quantity: 1, days: 180 },
  ],
};

export const riderPackage: DemoPackage = {
  id: 'pkg_rider',
  title: '机动车增值服务',
  basis: 'policyRider',
  validity: '与保单同时到期',
  stock: null,
  contents: [
    { service: 'svc_wash', quantity: 1, uses: 5, days: 365 },
    { service: 'svc_inspection', quantity: 1, days: 365 },
    { service: 'svc_roadside', quantity: 1, uses: 2, days: 365 },
    { service: 'svc_battery_check', quantity: 1, days: 365 },
  ],
};

export const fuelPackage: DemoPackage = {
  id: 'pkg_fuel',
  title: '加油关怀礼包',
  basis: 'courtesy',
  validity: '领取后 120 天',
  stock: 1000,
  contents: [{ service: 'svc_fuel', quantity: 1, uses: 4, amountFen: 10000, days: 120 }],
};

export const elderPackage: DemoPackage = {
  id: 'pkg_elder',
  title: '长辈关怀礼包',
  basis: 'courtesy',
  validity: '领取后 180 天',
  stock: 800,
  contents: [
    { service: 'svc_wash', quantity: 1, days: 180 },
    { service: 'svc_health', quantity: 1, days: 180 },
  ],
};

export const demoPackages = [
  winterPackage,
  carePackage,
  summerPackage,
  welcomePackage,
  riderPackage,
  fuelPackage,
  elderPackage,
];
