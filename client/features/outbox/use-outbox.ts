import { cancelWrite, sendWaiting } from '@/api/outbox';
import { useOnline } from '@/platform/online';
import { redirectTo } from '@/platform/routes';
import { putWaitingWrite, useWaitingWrites, type WaitingWrite } from '@/platform/waiting-writes';
import { showToast } from '@/ui/toast';
import { messages } from './messages';

export function useOutbox() {
  const online = useOnline((state) => state.online);
  const writes = useWaitingWrites((state) => state.writes).filter(({ delayed }) => delayed);

  const cancel = (write: WaitingWrite): void => {
    if (!cancelWrite(write.id)) return showToast({ text: messages.tooLate });
    // A tap too many is put right by one more; under the same request id, because it is the same wish.
    showToast({
      text: messages.cancelled(write.title),
      action: { label: messages.bringBack, onTap: () => bringBack(write) },
    });
  };

  const doAgain = async (write: WaitingWrite): Promise<void> => {
    if (write.open) await redirectTo(write.open.route, write.open.params);
  };

  return {
    online,
    waiting: writes.filter(({ state }) => state !== 'done' && state !== 'refused'),
    refused: writes.filter(({ state }) => state === 'refused'),
    done: writes.filter(({ state }) => state === 'done').reverse(),
    cancel,
    doAgain,
    drop: (write: WaitingWrite) => void cancelWrite(write.id),
    sendNow: sendWaiting,
  };
}

function bringBack(write: WaitingWrite): void {
  putWaitingWrite(write);
  void sendWaiting();
}
