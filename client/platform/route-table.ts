/**
 * Every page of the mini-program and how it is packed. Tabs stay in the main package because a native tab cannot live elsewhere; everything else
 * is a subpackage, so that the first screen does not wait for code it does not show. A subpackage's root may not contain a tab page.
 */
export const tabRoutes = {
  home: 'features/home/pages/home/index',
  policies: 'features/policies/pages/list/index',
  life: 'features/life/pages/life/index',
  me: 'features/account/pages/me/index',
} as const;

export const subpackageRoutes = {
  'account/login': 'features/account/pages/login/index',
  'account/identity': 'features/account/pages/identity/index',
  'account/privacy': 'features/account/pages/privacy/index',
  'account/access': 'features/account/pages/access/index',
  'account/consents': 'features/account/pages/consents/index',
  'account/export': 'features/account/pages/export/index',
  'account/deletion': 'features/account/pages/deletion/index',
  'account/document': 'features/account/pages/document/index',
  'policies/detail': 'features/policies/pages/detail/index',
  'policies/add': 'features/policies/pages/add/index',
  'policies/services': 'features/policies/pages/services/index',
  'claims/report': 'features/claims/pages/report/index',
  'claims/photo': 'features/claims/pages/photo/index',
  'claims/case': 'features/claims/pages/case/index',
  'claims/link': 'features/claims/pages/link/index',
  'claims/list': 'features/claims/pages/list/index',
  'vehicles/violations': 'features/vehicles/pages/violations/index',
  'vehicles/list': 'features/vehicles/pages/vehicles/index',
  'gifts/list': 'features/gifts/pages/list/index',
  'gifts/detail': 'features/gifts/pages/detail/index',
  'gifts/orders': 'features/gifts/pages/orders/index',
  'vouchers/list': 'features/vouchers/pages/list/index',
  'vouchers/detail': 'features/vouchers/pages/detail/index',
  'points/points': 'features/points/pages/points/index',
  'points/entries': 'features/points/pages/entries/index',
  'points/earn': 'features/points/pages/earn/index',
  'mall/list': 'features/mall/pages/list/index',
  'mall/item': 'features/mall/pages/item/index',
  'transfers/list': 'features/transfers/pages/list/index',
  'transfers/give': 'features/transfers/pages/give/index',
  'transfers/receive': 'features/transfers/pages/receive/index',
  'referral/invite': 'features/referral/pages/invite/index',
  'referral/invited': 'features/referral/pages/invited/index',
  'life/service': 'features/life/pages/service/index',
  'stores/list': 'features/stores/pages/stores/index',
  'outbox/list': 'features/outbox/pages/list/index',
  'merchant/workspace': 'features/merchant/pages/workspace/index',
  'merchant/result': 'features/merchant/pages/result/index',
  'merchant/history': 'features/merchant/pages/history/index',
  'merchant/settlements': 'features/merchant/pages/settlements/index',
  'merchant/settlement': 'features/merchant/pages/settlement/index',
  'merchant/staff': 'features/merchant/pages/staff/index',
  'merchant/stores': 'features/merchant/pages/stores/index',
} as const;

export type TabName = keyof typeof tabRoutes;
export type PageName = keyof typeof subpackageRoutes;
export type RouteName = TabName | PageName;

/** The longest folders that hold subpackage pages and no tab page. */
const subpackageRoots = [
  'features/account/pages/login',
  'features/account/pages/identity',
  'features/account/pages/privacy',
  'features/account/pages/access',
  'features/account/pages/consents',
  'features/account/pages/export',
  'features/account/pages/deletion',
  'features/account/pages/document',
  'features/policies/pages/detail',
  'features/policies/pages/add',
  'features/policies/pages/services',
  'features/claims',
  'features/vehicles',
  'features/gifts',
  'features/vouchers',
  'features/points',
  'features/mall',
  'features/transfers',
  'features/referral',
  'features/life/pages/service',
  'features/stores',
  'features/outbox',
  'features/merchant',
];

export const subpackages = subpackageRoots.map((root) => ({
  root,
  pages: Object.values(subpackageRoutes)
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1)),
}));
