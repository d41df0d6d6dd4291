import { create } from 'zustand';
import { watchNetwork } from './network-state';

/** Whether the phone says it has a network. It may be wrong, so nothing is refused because of it; it only chooses words. */
export const useOnline = create<{ online: boolean }>(() => ({ online: true }));

export function watchOnline(onChange?: (online: boolean) => void): void {
  watchNetwork((online) => {
    if (useOnline.getState().online === online) return;
    useOnline.setState({ online });
    onChange?.(online);
  });
}
