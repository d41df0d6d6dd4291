import type { Aria, AriaAttributes } from './aria-types';

const INTERACTIVE = new Set(['button', 'link', 'switch', 'checkbox', 'radio', 'tab']);

/** Says to a screen reader what a block is. On the web an interactive one can also be reached by keyboard. */
export function aria(what: Aria): AriaAttributes {
  const attributes: Record<string, string | number | boolean | undefined> = {
    role: what.role,
    'aria-label': what.label,
    'aria-checked': what.checked,
    'aria-disabled': what.disabled || undefined,
    'aria-selected': what.selected,
    'aria-expanded': what.expanded,
    'aria-hidden': what.hidden || undefined,
    'aria-modal': what.modal || undefined,
    'aria-busy': what.busy || undefined,
    'aria-valuenow': what.valueNow,
    'aria-level': what.level,
    'aria-current': what.current || undefined,
    tabindex: tabIndexOf(what),
  };
  return present(attributes);
}

/** One stop for a group of choices: its arrows do the rest. A group without a choice is entered at any of them. */
function tabIndexOf({ role, checked, focusable, disabled, stop }: Aria): number | undefined {
  if (focusable) return -1;
  if (!role || !INTERACTIVE.has(role)) return undefined;
  return stop === false && !checked && !disabled ? -1 : 0;
}

function present(attributes: Record<string, string | number | boolean | undefined>): AriaAttributes {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as AriaAttributes;
}
