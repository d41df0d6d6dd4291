import type { TagTone } from '@/ui/tag';
import type { VoucherState } from '../../../bff/features/vouchers/contract';

/** The tone beside the word; only a usable voucher is green. */
export function stateTone(state: VoucherState): TagTone {
  if (state === 'active') return 'ok';
  return state === 'reserved' ? 'brand' : 'grey';
}
