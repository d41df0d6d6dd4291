import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import type { MallOrderAnswer, MallOrderRequest } from '../../../bff/features/mall/contract';
import { placeOrder } from './api';

const TOUCHED = ['mall', 'points', 'vouchers', 'orders', 'home', 'holdings'];

/** Exchanges once: what the person saw goes with it, so another price or an empty shelf is refused and nothing is spent. */
export function useExchange(itemId: string) {
  const refreshAll = () => {
    for (const key of TOUCHED) void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const control = useSubmission<MallOrderRequest, MallOrderAnswer>({
    formKey: `mall-order:${itemId}`,
    send: placeOrder,
    onDone: refreshAll,
  });
  return {
    ...control,
    async exchange(quantity: number, pricePoints: number) {
      const outcome = await control.submit({ itemId, quantity, pricePoints });
      // A refusal means that the shelf, the price or the balance is another by now.
      if (outcome.status === 'refused' && outcome.failure.kind === 'refused') refreshAll();
      return outcome;
    },
  };
}

export type ExchangeControl = ReturnType<typeof useExchange>;
