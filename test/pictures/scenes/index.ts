import type { RouteName } from '../../../client/platform/route-table';
import type { Scene } from '../scene';
import * as account from './account';
import * as benefits from './benefits';
import * as claims from './claims';
import * as club from './club';
import * as merchant from './merchant';
import * as policies from './policies';
import * as referral from './referral';
import * as tabs from './tabs';

/** Every screen has its scenes; the compiler refuses a route that has none. */
export const scenes: Record<RouteName, Scene[]> = {
  home: tabs.home,
  policies: tabs.policies,
  life: tabs.life,
  me: tabs.me,
  'account/login': account.login,
  'account/identity': account.identity,
  'account/privacy': account.privacy,
  'account/access': account.access,
  'account/consents': account.consents,
  'account/export': account.exportScreen,
  'account/deletion': account.deletion,
  'account/document': account.document,
  'policies/detail': policies.detail,
  'policies/add': policies.add,
  'policies/services': policies.services,
  'claims/report': claims.report,
  'claims/photo': claims.photo,
  'claims/case': claims.caseScreen,
  'claims/link': claims.link,
  'claims/list': claims.list,
  'vehicles/violations': account.violations,
  'vehicles/list': account.vehicles,
  'gifts/list': club.giftList,
  'gifts/detail': club.giftDetail,
  'gifts/orders': club.orders,
  'vouchers/list': club.voucherList,
  'vouchers/detail': club.voucherDetail,
  'points/points': benefits.points,
  'points/entries': benefits.entries,
  'points/earn': benefits.earn,
  'mall/list': benefits.mall,
  'mall/item': benefits.item,
  'transfers/list': benefits.transfers,
  'transfers/give': benefits.give,
  'transfers/receive': benefits.receive,
  'referral/invite': referral.invite,
  'referral/invited': referral.invited,
  'life/service': benefits.service,
  'stores/list': club.stores,
  'outbox/list': club.outbox,
  'merchant/workspace': merchant.workspace,
  'merchant/result': merchant.result,
  'merchant/history': merchant.history,
  'merchant/settlements': merchant.settlements,
  'merchant/settlement': merchant.settlement,
  'merchant/staff': merchant.staff,
  'merchant/stores': merchant.stores,
};
