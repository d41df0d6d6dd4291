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

interface Said {
  toast: Toast | undefined;
  /** Only for a screen reader: what changed while nobody looked. */
  spoken: string;
}

export const useToast = create<Said>(() => ({ toast: undefined, spoken: '' }));

/** Long enough to be taken up; then it is gone, and nobody who reads the page through comes upon it. */
const SPOKEN_STAYS_MS = 3000;

let spokenTimer: ReturnType<typeof setTimeout> | undefined;

/** Reads a change aloud that eyes see by themselves: that something is being sent, that a promise has become late. */
export function announce(spoken: string): void {
  clearTimeout(spokenTimer);
  useToast.setState({ spoken });
  spokenTimer = setTimeout(() => useToast.setState({ spoken: '' }), SPOKEN_STAYS_MS);
}

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
