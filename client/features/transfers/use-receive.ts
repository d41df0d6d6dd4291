import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import type { TransferAcceptance } from '../../../bff/features/transfers/contract';
import { acceptTransfer, previewTransfer } from './api';

const TOUCHED = ['transfers', 'transfer-preview', 'vouchers', 'home', 'holdings'];

/** What a link stands for, and taking it once: a lost answer is asked for again under the same request id. */
export function useReceive(token: string, signedIn: boolean) {
  const preview = useRead({
    key: ['transfer-preview', token, signedIn],
    read: ({ signal }) => previewTransfer(token, signal),
    enabled: token !== '',
  });
  const refreshAll = () => {
    for (const key of TOUCHED) void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const control = useSubmission<{ token: string }, TransferAcceptance>({
    formKey: `transfer-accept:${preview.data?.transferId ?? ''}`,
    send: acceptTransfer,
    onDone: refreshAll,
  });
  const accept = async () => {
    const outcome = await control.submit({ token });
    if (outcome.status === 'refused' && outcome.failure.kind === 'refused') refreshAll();
  };
  return { preview, control, accept };
}
