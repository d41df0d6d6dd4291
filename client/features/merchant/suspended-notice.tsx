import { Notice } from '@/ui/notice';
import type { MerchantStore } from '../../../bff/features/merchant/contract';
import { messages } from './messages';

const words = messages.workspace;

/** Why nothing can be redeemed here now, and who can change it. */
export function SuspendedNotice({ suspension }: { suspension: NonNullable<MerchantStore['suspension']> }) {
  return <Notice tone="bad">{words.suspended[suspension.by](suspension.reason)}</Notice>;
}
