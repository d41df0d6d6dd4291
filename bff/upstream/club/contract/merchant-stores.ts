/** A merchant's own stores: what they offer, when they are open, whether they serve. */
import * as z from 'zod/mini';
import { count, fen, instant, listOf, localDate, opaqueId, pageQuery } from '../../../http/contract';
import { serviceKind } from './services';
import { settlementPeriod } from './settlements';
import { voucherStore } from './stores';

const minutes = z.int().check(z.gte(0), z.lte(1439));
/** Closing after midnight is beyond 1440. */
const closingMinute = z.int().check(z.gte(1), z.lte(2880));

/** A day that differs from the week: a holiday, an inventory, longer hours. Both minutes null: closed. */
const specialDay = z.object({
  date: localDate,
  opensMinute: z.nullable(minutes),
  closesMinute: z.nullable(closingMinute),
  note: z.string(),
});

const storeSuspension = z.object({
  at: instant,
  by: z.enum(['owner', 'operator']),
  reason: z.string(),
});

export const merchantStore = z.object({
  ...voucherStore.shape,
  opensMinute: minutes,
  closesMinute: closingMinute,
  /** ISO weekdays, 1 = Monday. */
  openWeekdays: z.array(z.int().check(z.gte(1), z.lte(7))),
  openNow: z.boolean(),
  specialDays: z.array(specialDay),
  suspension: z.nullable(storeSuspension),
  services: z.array(
    z.object({
      serviceId: opaqueId,
      service: serviceKind,
      title: z.string(),
      /** What one use brings; null where the discount that was given is paid. */
      settlementPriceFen: z.nullable(fen),
    }),
  ),
});
export const merchantStoreList = listOf(merchantStore);
export const merchantStoreAnswer = z.object({ store: merchantStore });

export const openingHoursRequest = z
  .strictObject({
    opensMinute: minutes,
    closesMinute: closingMinute,
    openWeekdays: z
      .array(z.int().check(z.gte(1), z.lte(7)))
      .check(z.minLength(1, '至少选一天'), z.maxLength(7)),
  })
  .check(
    z.refine(({ opensMinute, closesMinute }) => closesMinute > opensMinute, {
      error: '打烊时间要晚于开门时间',
      path: ['closesMinute'],
    }),
  );

export const specialDayRequest = z
  .strictObject({
    opensMinute: z.nullable(minutes),
    closesMinute: z.nullable(closingMinute),
    note: z.string({ error: '请写明原因' }).check(z.trim(), z.minLength(2, '请写明原因'), z.maxLength(40)),
  })
  .check(
    z.refine(
      ({ opensMinute, closesMinute }) =>
        (opensMinute === null) === (closesMinute === null) &&
        (opensMinute === null || closesMinute === null || closesMinute > opensMinute),
      { error: '开门和打烊时间要一起给，打烊要晚于开门', path: ['closesMinute'] },
    ),
  );

export const suspensionRequest = z.strictObject({
  reason: z
    .string({ error: '请写明原因' })
    .check(z.trim(), z.minLength(2, '请写明原因'), z.maxLength(100, '最多 100 个字')),
});

const clubMerchant = z.object({
  id: opaqueId,
  name: z.string(),
  state: z.enum(['active', 'suspended', 'ended']),
  branchId: opaqueId,
  settlementPeriod,
  stores: count,
  openSettlementFen: z.int(),
});
export const clubMerchantList = listOf(clubMerchant);
export const clubMerchantQuery = z.strictObject({
  ...pageQuery,
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
});

export type MerchantStore = z.infer<typeof merchantStore>;
export type ClubMerchant = z.infer<typeof clubMerchant>;
