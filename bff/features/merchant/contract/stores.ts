/** The own stores: opening hours, days that differ, suspension. */
import * as z from 'zod/mini';
import { localDate, opaqueId } from '../../../http/contract';
import {
  merchantStoreAnswer,
  merchantStoreList,
  openingHoursRequest,
  specialDayRequest,
  suspensionRequest,
  type MerchantStore,
} from '../../../upstream/club/contract/merchant-stores';

export { merchantStoreAnswer, merchantStoreList, openingHoursRequest, specialDayRequest, suspensionRequest };
export type { MerchantStore };

export const merchantStoreParams = z.strictObject({ id: opaqueId });
export const specialDayParams = z.strictObject({ id: opaqueId, date: localDate });
