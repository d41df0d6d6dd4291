export interface Aria {
  role?:
    | 'button'
    | 'link'
    | 'switch'
    | 'checkbox'
    | 'radio'
    | 'dialog'
    | 'alert'
    | 'status'
    | 'img'
    | 'heading'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | 'tab'
    | 'tablist'
    | 'radiogroup'
    | 'group'
    | 'timer'
    | 'main'
    | 'banner'
    | 'region'
    | 'navigation';
  label?: string;
  checked?: boolean;
  disabled?: boolean;
  selected?: boolean;
  expanded?: boolean;
  hidden?: boolean;
  modal?: boolean;
  busy?: boolean;
  valueNow?: number;
  level?: number;
  /** The page or the choice one is at. */
  current?: boolean;
  /** False for the choices of a group that has a chosen one: the keyboard stops at that one. */
  stop?: boolean;
  /** Can be given the focus by the program, and is no stop of the keyboard. */
  focusable?: boolean;
}

/** Attributes as the platform's renderer takes them; Taro's types know none of these. */
export type AriaAttributes = Readonly<Record<string, string | number | boolean>>;
