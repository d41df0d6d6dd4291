import type { Aria, AriaAttributes } from './aria-types';

/** Parts of a page that only a browser knows. */
const LANDMARKS = new Set(['main', 'banner', 'region', 'navigation', 'timer']);

/** WeChat names the role differently and reads the rest as the web does; config/accessible-components.cjs lets these through Taro's templates. */
export function aria(what: Aria): AriaAttributes {
  const attributes: Record<string, string | number | boolean | undefined> = {
    ariaRole: what.role && LANDMARKS.has(what.role) ? undefined : what.role,
    ariaLabel: what.label,
    ariaChecked: what.checked,
    ariaDisabled: what.disabled || undefined,
    ariaSelected: what.selected,
    ariaExpanded: what.expanded,
    ariaHidden: what.hidden || undefined,
    ariaModal: what.modal || undefined,
    ariaBusy: what.busy || undefined,
    ariaValuenow: what.valueNow,
  };
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  // As words: an attribute that is merely absent must not read as true.
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
