import { create } from 'zustand';

export interface Toast {
  text: string;
  /** Undo, for what was done without asking. */
  action?: { label: string; onTap: () => void };
}

const STAYS_MS = 4000;
/** What can be undone stays long enough to be read twice. */
const STAYS_WITH_ACTION_MS = 8000;

let timer: ReturnType<typeof setTimeout> | undefined;

export const useToast = create<{ toast: Toast | undefined }>(() => ({ toast: undefined }));

export function hideToast(): void {
  clearTimeout(timer);
  useToast.setState({ toast: undefined });
}

/** Confirms what has happened. Never used for an error: errors stay on the screen until a person acts. */
export function showToast(toast: Toast): void {
  clearTimeout(timer);
  useToast.setState({ toast });
  timer = setTimeout(hideToast, toast.action ? STAYS_WITH_ACTION_MS : STAYS_MS);
}
