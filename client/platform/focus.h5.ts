import { useEffect, useRef } from 'react';

const REACHABLE = '[tabindex="0"], input, textarea, button, a[href]';

const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** A block that has just come is not drawn yet: it takes no focus, or loses it again. So for a few frames it is asked anew. */
const MOST_FRAMES = 30;

/** Where a keyboard and a screen reader go on, when what they stood on is gone. */
export function focusOn(id: string, frames = MOST_FRAMES): void {
  const block = byId(id);
  block?.focus({ preventScroll: true });
  if (frames === 0) return;
  requestAnimationFrame(() => {
    const at = document.activeElement;
    // Somebody has gone on meanwhile, and is not called back.
    if (at === document.body || at === byId(id)) focusOn(id, frames - 1);
  });
}

/** Tab goes round inside the dialog: what lies under it cannot be reached, as it cannot be tapped. */
function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)].filter((stop) => stop.offsetParent);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const at = document.activeElement;
  if (!first || !last) return;
  if (!dialog.contains(at)) {
    event.preventDefault();
    first.focus();
  } else if (event.shiftKey && (at === first || at === dialog)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}

interface Leaving extends Event {
  navigationType: string;
  userInitiated: boolean;
}

/** Where the browser has it, its own Back closes what lies on top and leaves the page where it is. No entry is added to the history, which the router counts. */
const { navigation } = window as { navigation?: EventTarget };

/** While it is open the dialog holds the focus, and Escape and Back close it; then the focus is back where it was. */
export function useDialogFocus(id: string, open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open) return undefined;
    const before = document.activeElement;
    focusOn(id);
    const onKey = (event: KeyboardEvent) => {
      const dialog = byId(id);
      if (!dialog || event.defaultPrevented) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        close.current();
      } else if (event.key === 'Tab') keepInside(dialog, event);
    };
    const onLeave = (event: Event) => {
      const { navigationType, userInitiated, cancelable } = event as Leaving;
      if (navigationType !== 'traverse' || !userInitiated || !cancelable) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', onKey);
    navigation?.addEventListener('navigate', onLeave);
    return () => {
      document.removeEventListener('keydown', onKey);
      navigation?.removeEventListener('navigate', onLeave);
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [id, open]);
}
