import type { Aria } from './aria-types';

interface KeyPress {
  key: string;
  repeat?: boolean;
  currentTarget: unknown;
  preventDefault(): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The next of its kind in the same group, round the corner at the ends. */
function neighbour(from: HTMLElement, role: string, step: number): HTMLElement | undefined {
  const group = from.closest(role === 'tab' ? '[role="tablist"]' : '[role="radiogroup"]');
  const kin = [...(group?.querySelectorAll<HTMLElement>(`[role="${role}"]`) ?? [])];
  return kin[(kin.indexOf(from) + step + kin.length) % kin.length];
}

/** Enter and space press; arrows move inside a group of choices and of tabs, and choose among choices, as everywhere on the web. */
export function pressKeys(
  role: Aria['role'],
  press: (() => void) | undefined,
): { onKeyDown?: (event: KeyPress) => void } {
  return {
    onKeyDown(event) {
      const step = STEPS[event.key];
      if (step !== undefined && (role === 'radio' || role === 'tab')) {
        const next = neighbour(event.currentTarget as HTMLElement, role, step);
        event.preventDefault();
        next?.focus();
        if (role === 'radio') next?.click();
        return;
      }
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      // A key held down is one press.
      if (!event.repeat) press?.();
    },
  };
}
