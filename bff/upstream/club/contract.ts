/**
 * The interface of the club system (客户俱乐部系统): members, gifts, vouchers, points, merchants and redemptions. The
 * embedded club serves it; a real one serves the same or gets an adapter. Every call carries a service token with the
 * signed actor. Names, phones and codes come unmasked to the BFF where the owner may see them; masking is the BFF's.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /members/sign-ins` | system | find or create the member of a phone or a WeChat openid |
 * | `POST /members/phone-bindings` | member | binds a proven phone to a WeChat-only member; may merge two members |
 * | `GET /members/me` · `PATCH /members/me/preferences` | member | the member with roles and stores |
 * | `POST /members/identity` (Idempotency-Key) | member | a verified identity: senior at once; the same ID bound again merges |
 * | `POST /identity-reviews` (Idempotency-Key) · `GET /identity-reviews/latest` | member | 人工核验 opened; the latest one |
 * | `GET /identity-reviews` · `GET /identity-reviews/{id}` · `POST /identity-reviews/{id}/decision` (Idempotency-Key) | operator | list, details, one answer |
 * | `GET /vehicles` · `GET /vehicles/{id}` · `POST /vehicles` (Idempotency-Key) · `DELETE /vehicles/{id}` | member | own vehicles |
 * | `GET /gifts` · `GET /gifts/{id}` · `POST /gifts/{id}/claim` (Idempotency-Key) · `GET /orders` | member | gifts and what came of them |
 * | `GET /vouchers` · `GET /vouchers/{id}` · `POST /vouchers/{id}/presentations` | member | own vouchers |
 * | `GET /points` · `GET /points/entries` | member | balance and entries |
 * | `GET /stores` | member, clerk, merchantOwner, system | partner shops |
 * | `POST /merchant/lookups` · `POST /merchant/redemptions` (Idempotency-Key) · `POST /merchant/redemptions/{id}/reversal` (Idempotency-Key) | clerk, merchantOwner | the counter |
 * | `GET /merchant/redemptions` · `GET /merchant/redemptions/by-request/{key}` · `GET /merchant/summary` | clerk, merchantOwner | today's list; what became of a request |
 */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, localDate, opaqueId, pageQuery, points } from '../../http/contract';

/** Service items (服务项目). */
export const serviceKind = z.enum([
  'carWash',
  'fuel',
  'inspection',
  'designatedDriver',
  'roadside',
  'airport',
  'health',
  'vehicleCheck',
  'maintenance',
  'paperwork',
  'partner',
]);

/** Why a benefit exists (保险法 116): part of the policy, service and care, or bought with points. */
export const basis = z.enum(['policyRider', 'courtesy', 'points']);

/** How it is used: at a shop, by appointment, or somebody comes. */
export const fulfilment = z.enum(['visit', 'booking', 'dispatch']);

export const voucherState = z.enum(['active', 'reserved', 'redeemed', 'expired', 'revoked', 'transferred']);

/** Everything a member should know before claiming or using: no surprise. */
export const terms = z.object({
  howToUse: z.string(),
  limits: z.array(z.string()),
  exclusions: z.array(z.string()),
  extraCost: z.nullable(z.string()),
});

export const voucherStore = z.object({
  id: opaqueId,
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  openingHours: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

export const voucherRedemption = z.object({
  id: opaqueId,
  useNo: count,
  at: instant,
  store: z.object({ id: opaqueId, name: z.string() }),
  discountFen: z.nullable(fen),
  customerPaysFen: z.nullable(fen),
  state: z.enum(['confirmed', 'reversed']),
});

export const voucherSummary = z.object({
  id: opaqueId,
  service: serviceKind,
  title: z.string(),
  basis,
  fulfilment,
  state: voucherState,
  usesTotal: count,
  usesLeft: count,
  discount: z.nullable(z.string()),
  /** Cap of one use (加油优惠). */
  amountCapFen: z.nullable(fen),
  amountLeftFen: z.nullable(fen),
  /** Set for a voucher that only one car may use. */
  vehicle: z.nullable(z.object({ plate: z.string() })),
  validFrom: instant,
  validUntil: instant,
});

/** What the screen shows for 60 s. The two latest stay valid until used or lapsed. */
export const presentation = z.object({
  qr: z.string(),
  /** Eight digits, for when the camera fails. */
  shortCode: z.string(),
  expiresAt: instant,
});

export const clubVoucherDetail = z.object({
  ...voucherSummary.shape,
  terms,
  stores: z.array(voucherStore),
  /** 兑换码, where typing it at the counter is allowed. */
  code: z.nullable(z.string()),
  redemptions: z.array(voucherRedemption),
  asOf: instant,
});

export const giftState = z.enum(['offered', 'claimed', 'expired', 'revoked']);

export const giftSummary = z.object({
  id: opaqueId,
  title: z.string(),
  /** Who gives it: the insurer or one of its branches. */
  from: z.string(),
  expiresAt: instant,
  state: giftState,
  basis,
  contents: z.array(z.object({ service: serviceKind, title: z.string(), quantity: count })),
});

/** Everything is on the table before it is claimed. */
export const clubGiftDetail = z.object({
  ...giftSummary.shape,
  asOf: instant,
  offeredAt: instant,
  claimedAt: z.nullable(instant),
  /** How long the vouchers live once claimed, in words, e.g. 领取后 90 天. */
  validity: z.string(),
  contents: z.array(
    z.object({
      service: serviceKind,
      title: z.string(),
      quantity: count,
      description: z.string(),
      terms,
      storeCount: count,
      stores: z.array(voucherStore),
    }),
  ),
});

export const giftClaim = z.object({ gift: giftSummary, vouchers: z.array(voucherSummary) });

export const order = z.object({
  id: opaqueId,
  at: instant,
  kind: z.enum(['gift', 'exchange']),
  title: z.string(),
  vouchers: z.array(voucherSummary),
});

export const pointsEntry = z.object({
  id: opaqueId,
  at: instant,
  /** Positive: earned. Negative: spent or expired. */
  points: z.int(),
  reason: z.string(),
  balanceAfter: points,
});

export const clubPoints = z.object({
  balance: points,
  /** What runs out next, soonest first. */
  expiring: z.array(z.object({ points, at: instant })),
  asOf: instant,
});

/** Nothing on earth is further away than half its girth. */
const distance = z.int().check(z.gte(0), z.lte(20_100_000));

export const store = z.object({
  ...voucherStore.shape,
  merchantName: z.string(),
  services: z.array(serviceKind),
  /** Null when no position was given. */
  distanceMetres: z.nullable(distance),
  openNow: z.boolean(),
});

/** Latitude and longitude come together or not at all (gcj02). */
export const clubStoreQuery = z
  .strictObject({
    ...pageQuery,
    service: z.optional(serviceKind),
    latitude: z.optional(z.coerce.number().check(z.gte(-90), z.lte(90))),
    longitude: z.optional(z.coerce.number().check(z.gte(-180), z.lte(180))),
  })
  .check(
    z.refine((query) => (query.latitude === undefined) === (query.longitude === undefined), {
      error: '经度和纬度要一起给',
      path: ['latitude'],
    }),
  );

/** Why a voucher cannot be redeemed now. */
export const notRedeemable = z.enum([
  'alreadyRedeemed',
  'expired',
  'notYetValid',
  'revoked',
  'transferred',
  'presentationExpired',
  'serviceNotOffered',
]);

export const clubLookup = z.object({
  voucher: z.object({
    service: serviceKind,
    title: z.string(),
    memberName: z.nullable(z.string()),
    /** The plate of a vehicle-bound voucher, to compare with the car. */
    plate: z.nullable(z.string()),
    terms,
    usesTotal: count,
    usesLeft: count,
    /** True where the clerk types the sale amount (加油优惠). */
    saleAmountRequired: z.boolean(),
    discount: z.nullable(z.string()),
    amountCapFen: z.nullable(fen),
    validUntil: instant,
    redeemable: z.boolean(),
    reason: z.nullable(notRedeemable),
    /** Set when another use was confirmed less than ten minutes ago. */
    recentUse: z.nullable(z.object({ at: instant, storeName: z.string() })),
    /** Set for this merchant's own earlier use of a voucher that has none left. */
    usedAt: z.nullable(z.object({ at: instant, storeName: z.string(), redemptionId: opaqueId })),
  }),
  /** Lives 120 s, bound to clerk, store and voucher version. */
  scanToken: z.nullable(z.string()),
});

export const clubRedemption = z.object({
  id: opaqueId,
  voucherId: opaqueId,
  useNo: count,
  usesLeft: count,
  service: serviceKind,
  title: z.string(),
  memberName: z.nullable(z.string()),
  storeId: opaqueId,
  storeName: z.string(),
  clerkName: z.string(),
  at: instant,
  saleAmountFen: z.nullable(fen),
  discountFen: z.nullable(fen),
  customerPaysFen: z.nullable(fen),
  settlementFen: fen,
  state: z.enum(['confirmed', 'reversed']),
  reversedAt: z.nullable(instant),
  /** Until when this caller may undo; null when it no longer can. */
  reversibleUntil: z.nullable(instant),
});

export const merchantSummary = z.object({
  date: localDate,
  /** Redemptions of today that stand. */
  redemptions: count,
  settlementFen: fen,
  reversed: count,
  asOf: instant,
});

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const clubRedemptionRequest = z.strictObject({
  scanToken: z.optional(shortText(2000)),
  code: z.optional(shortText(600)),
  storeId: opaqueId,
  expectedUsesLeft: z.optional(count),
  saleAmountFen: z.optional(fen),
});
export const clubRedemptionAnswer = z.object({ redemption: clubRedemption });
export const clubLookupRequest = z.strictObject({ code: shortText(600), storeId: z.optional(opaqueId) });
export const clubReversalRequest = z.strictObject({ reason: shortText(200) });
export const clubRedemptionList = listOf(clubRedemption);
export const clubRedemptionQuery = z.strictObject({
  ...pageQuery,
  storeId: z.optional(opaqueId),
  date: z.optional(localDate),
});

/** A member is a person. Phone and names unmasked; the BFF masks. */
export const clubMember = z.object({
  id: opaqueId,
  phone: z.nullable(z.string()),
  name: z.nullable(z.string()),
  identityVerified: z.boolean(),
  level: z.enum(['basic', 'senior']),
  branchId: opaqueId,
  roles: z.array(z.enum(['member', 'clerk', 'merchantOwner', 'operator'])),
  clerk: z.nullable(
    z.object({
      clerkId: opaqueId,
      merchantId: opaqueId,
      merchantName: z.string(),
      name: z.string(),
      stores: z.array(z.object({ id: opaqueId, name: z.string() })),
    }),
  ),
  operator: z.nullable(z.object({ operatorId: opaqueId, name: z.string(), branchId: opaqueId })),
  preferences: z.object({ theme: z.enum(['system', 'light', 'dark']), elder: z.boolean() }),
});

/** Exactly one of phone (proven by a one-time code) and openid (proven by code2session). */
export const signInRequest = z.strictObject({
  phone: z.optional(shortText(20)),
  openid: z.optional(shortText(128)),
  unionid: z.optional(shortText(128)),
  scene: z.optional(z.string().check(z.maxLength(64))),
  ref: z.optional(z.string().check(z.maxLength(64))),
});
export const signInAnswer = z.object({ member: clubMember, created: z.boolean() });
export const phoneBindingRequest = z.strictObject({ phone: shortText(20) });
/** `mergedFrom` is the member that no longer exists; its sessions end. */
export const phoneBindingAnswer = z.object({ member: clubMember, mergedFrom: z.nullable(opaqueId) });
export const preferencesRequest = z.strictObject({
  theme: z.optional(z.enum(['system', 'light', 'dark'])),
  elder: z.optional(z.boolean()),
});

export const identityKind = z.enum(['person', 'organisation']);
export const clubIdentityRequest = z.strictObject({
  kind: identityKind,
  name: shortText(80),
  idNumber: shortText(32),
});
export const clubIdentityAnswer = z.object({
  member: clubMember,
  /** Another member holds this ID: both numbers must confirm, so it goes to 人工核验. */
  heldByAnother: z.boolean(),
});
export const clubReviewRequest = z.strictObject({
  kind: identityKind,
  name: shortText(80),
  idNumber: shortText(32),
  cause: z.enum(['noMatch', 'sharedPhone', 'heldByAnother', 'providerAway']),
});
export const clubReview = z.object({
  id: opaqueId,
  memberId: opaqueId,
  state: z.enum(['open', 'accepted', 'refused']),
  kind: identityKind,
  name: z.string(),
  idNumber: z.string(),
  phone: z.nullable(z.string()),
  cause: z.enum(['noMatch', 'sharedPhone', 'heldByAnother', 'providerAway']),
  submittedAt: instant,
  dueAt: instant,
  decidedAt: z.nullable(instant),
  decidedBy: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** The Idempotency-Key that opened it; only its own member sees it. */
  requestId: z.optional(z.string()),
});
export const clubReviewQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(z.enum(['open', 'accepted', 'refused'])),
});
export const clubReviewList = listOf(clubReview);
export const latestReview = z.object({ review: z.nullable(clubReview) });
/** Accepting makes the member verified in the same transaction; the BFF then links the core's customers. */
export const reviewDecisionRequest = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  reason: shortText(200),
});

export const clubVehicle = z.object({
  id: opaqueId,
  plate: z.string(),
  plateType: z.enum(['02', '51', '52']),
  vin: z.string(),
  engineNo: z.string(),
  model: z.nullable(z.string()),
  addedAt: instant,
});
export const clubVehicleRequest = z.strictObject({
  plate: shortText(16),
  plateType: z.enum(['02', '51', '52']),
  vin: shortText(17),
  engineNo: shortText(20),
});
export const clubVehicleList = listOf(clubVehicle);
export const clubGiftQuery = z.strictObject({ ...pageQuery, state: z.optional(giftState) });
export const clubVoucherQuery = z.strictObject({ ...pageQuery, state: z.optional(voucherState) });
export const clubGiftList = listOf(giftSummary);
export const clubOrderList = listOf(order);
export const clubVoucherList = listOf(voucherSummary);
export const clubPointsEntryList = listOf(pointsEntry);
export const clubStoreList = listOf(store);

export type ClubMember = z.infer<typeof clubMember>;
export type ClubReview = z.infer<typeof clubReview>;
export type ClubVehicle = z.infer<typeof clubVehicle>;
export type ClubVoucherSummary = z.infer<typeof voucherSummary>;
export type ClubVoucherDetail = z.infer<typeof clubVoucherDetail>;
export type ClubGiftSummary = z.infer<typeof giftSummary>;
export type ClubGiftDetail = z.infer<typeof clubGiftDetail>;
export type ClubOrder = z.infer<typeof order>;
export type ClubStore = z.infer<typeof store>;
export type ClubLookup = z.infer<typeof clubLookup>;
export type ClubRedemption = z.infer<typeof clubRedemption>;
export type ServiceKind = z.infer<typeof serviceKind>;
