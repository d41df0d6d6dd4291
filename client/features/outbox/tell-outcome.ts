import type { Round } from '@/api/outbox';
import { goTo } from '@/platform/routes';
import { showToast } from '@/ui/toast';
import { messages } from './messages';

/** Tells on whichever page the person is by now what became of what they did without network. A "no" goes first: something is left to do. */
export function tellOutcome({ done, refused }: Round): void {
  const [firstRefused] = refused;
  const [firstDone] = done;
  if (firstRefused) {
    const text =
      refused.length === 1
        ? messages.toldRefused(firstRefused.title)
        : messages.toldRefusedMany(refused.length);
    showToast({ text, action: { label: messages.lookWhy, onTap: () => void goTo('outbox/list') } });
    return;
  }
  if (!firstDone) return;
  showToast({
    text: done.length === 1 ? messages.toldDone(firstDone.title) : messages.toldDoneMany(done.length),
  });
}
