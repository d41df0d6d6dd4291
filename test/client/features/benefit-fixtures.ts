import type { GiftDetail, GiftSummary } from '../../../bff/features/gifts/contract';
import type { Lookup, Redemption } from '../../../bff/features/merchant/contract';
import type { VoucherDetail, VoucherSummary } from '../../../bff/features/vouchers/contract';

/** Made-up answers of the server about gifts, vouchers and their use. */
const MINUTE_MS = 60_000;

export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const list = (items: readonly unknown[]) => ({ items, nextCursor: null });
export const problem = (status: number, code: string, detail = '', more: object = {}) => ({
  status,
  body: { type: 'about:blank', title: 'problem', status, code, detail, ...more },
});

const terms = {
  howToUse: '到店出示二维码，店员确认后使用。',
  limits: ['每天 1 次'],
  exclusions: ['不含打蜡'],
  extraCost: '七座车每次补 ¥10.00',
};

export const wash: VoucherSummary = {
  id: 'vch_1',
  service: 'carWash',
  title: '普通洗车 5 次',
  basis: 'courtesy',
  fulfilment: 'visit',
  state: 'active',
  usesTotal: 5,
  usesLeft: 3,
  discount: null,
  amountCapFen: null,
  amountLeftFen: null,
  vehicle: null,
  validFrom: '2026-01-01T00:00:00+08:00',
  validUntil: '2099-02-21T00:00:00+08:00',
  codeAllowed: true,
  transferable: true,
};

const shop = {
  id: 'sto_1',
  name: '泉城车享家·环山路店',
  address: '环山路 26 号',
  phone: '0531-0000000',
  openingHours: '8:00–20:00',
  latitude: 36.65,
  longitude: 117.03,
};

export const use = (id: string, useNo: number, state: 'confirmed' | 'reversed' = 'confirmed') => ({
  id,
  useNo,
  at: '2026-11-10T16:00:00+08:00',
  store: { id: shop.id, name: shop.name },
  saleAmountFen: null,
  discountFen: null,
  customerPaysFen: null,
  state,
  rating: null,
});

export const voucher = (part: Partial<VoucherDetail> = {}): VoucherDetail => ({
  ...wash,
  serviceId: 'svc_wash',
  terms,
  storeCount: 1,
  stores: [shop],
  code: null,
  redemptions: [],
  transfer: null,
  received: false,
  asOf: inMs(0),
  stale: false,
  ...part,
});

export const presentation = (shortCode: string, leftMs = MINUTE_MS) => ({
  qr: `CZ1.${shortCode}`,
  shortCode,
  expiresAt: inMs(leftMs),
});

export const gift: GiftSummary = {
  id: 'gft_1',
  title: '冬季用车礼包',
  from: '示例财险',
  expiresAt: '2099-12-05T16:00:00+08:00',
  state: 'offered',
  basis: 'courtesy',
  contents: [{ service: 'carWash', title: '普通洗车', quantity: 2 }],
};

export const giftDetail = (part: Partial<GiftDetail> = {}): GiftDetail => ({
  ...gift,
  asOf: inMs(0),
  stale: false,
  offeredAt: '2026-11-01T09:00:00+08:00',
  claimedAt: null,
  validity: '领取后 90 天',
  contents: [
    {
      service: 'carWash',
      serviceId: 'svc_wash',
      title: '普通洗车',
      quantity: 2,
      description: '外观清洗',
      terms,
      storeCount: 5,
      stores: [shop],
    },
  ],
  ...part,
});

export const lookup = (
  part: Partial<Lookup['voucher']> = {},
  scanToken: string | null = 'scan-token',
): Lookup => ({
  voucher: {
    service: 'carWash',
    title: wash.title,
    memberNameMasked: '张*',
    plate: null,
    terms,
    usesTotal: 5,
    usesLeft: 3,
    saleAmountRequired: false,
    discount: null,
    discountPercent: null,
    amountCapFen: null,
    amountLeftFen: null,
    validUntil: wash.validUntil,
    redeemable: scanToken !== null,
    reason: null,
    recentUse: null,
    usedAt: null,
    ...part,
  },
  scanToken,
});

export const redemption = (part: Partial<Redemption> = {}): Redemption => ({
  id: 'rdm_1',
  voucherId: wash.id,
  useNo: 3,
  usesLeft: 2,
  service: 'carWash',
  title: wash.title,
  memberNameMasked: '张*',
  storeId: shop.id,
  storeName: shop.name,
  clerkName: '李婷',
  at: '2026-11-22T14:05:00+08:00',
  saleAmountFen: null,
  discountFen: null,
  customerPaysFen: null,
  settlementFen: 2500,
  state: 'confirmed',
  reversedAt: null,
  reversibleUntil: inMs(30 * MINUTE_MS),
  ...part,
});
