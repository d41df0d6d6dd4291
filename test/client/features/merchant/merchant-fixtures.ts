import type {
  Clerk,
  Device,
  MerchantStore,
  SettlementDetail,
  SettlementLine,
  SettlementSummary,
} from '../../../../bff/features/merchant/contract';
import { inMs } from '../benefit-fixtures';

/** Made-up answers of the server about what a merchant does beside the counter. */
export type Suspension = MerchantStore['suspension'];

export const ownStore = (suspension: Suspension = null): MerchantStore => ({
  id: 'sto_1',
  name: '泉城车享家·环山路店',
  address: '环山路 26 号',
  phone: '0531-0000000',
  openingHours: '每天 8:00–20:00',
  latitude: 36.65,
  longitude: 117.03,
  opensMinute: 480,
  closesMinute: 1200,
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  openNow: true,
  specialDays: [],
  suspension,
  services: [{ serviceId: 'svc_wash', service: 'carWash', title: '普通洗车', settlementPriceFen: 2500 }],
});

export const line = (part: Partial<SettlementLine> = {}): SettlementLine => ({
  lineId: 'lin_1',
  redemptionId: 'rdm_1',
  kind: 'redemption',
  at: '2026-10-31T18:40:00+08:00',
  service: 'carWash',
  title: '普通洗车',
  store: { id: 'sto_1', name: '环山路店' },
  useNo: 2,
  saleAmountFen: null,
  amountFen: 3400,
  note: null,
  dispute: null,
  ...part,
});

export const summary = (part: Partial<SettlementSummary> = {}): SettlementSummary => ({
  id: 'set_1',
  number: 'JS202610-0002',
  period: { from: '2026-10-01', to: '2026-10-31' },
  state: 'closed',
  totalFen: 1_056_000,
  lineCount: 315,
  redemptionCount: 312,
  openDisputes: 0,
  closedAt: '2026-11-01T00:05:00+08:00',
  confirmedAt: null,
  invoiceNo: null,
  paidAt: null,
  ...part,
});

export const detail = (part: Partial<SettlementDetail> = {}): SettlementDetail => ({
  ...summary(),
  merchant: { id: 'mer_1', name: '泉城车享家' },
  byService: [{ service: 'carWash', title: '普通洗车', lineCount: 315, amountFen: 1_056_000 }],
  byKind: [
    { kind: 'redemption', lineCount: 312, amountFen: 1_060_800 },
    { kind: 'reversal', lineCount: 2, amountFen: -6800 },
    { kind: 'adjustment', lineCount: 1, amountFen: 2000 },
  ],
  lines: [line()],
  nextCursor: null,
  asOf: inMs(0),
  ...part,
});

export const person = (part: Partial<Clerk> = {}): Clerk => ({
  id: 'clk_1',
  name: '李婷',
  role: 'clerk',
  stores: [{ id: 'sto_1', name: '环山路店' }],
  invitedAt: inMs(-86_400_000),
  phoneMasked: '139****0001',
  joined: true,
  ...part,
});

export const device = (part: Partial<Device> = {}): Device => ({
  id: 'ses_1',
  clerkId: 'clk_1',
  clerkName: '李婷',
  client: 'app',
  signedInAt: inMs(-3_600_000),
  lastUsedAt: inMs(-120_000),
  current: false,
  ...part,
});
