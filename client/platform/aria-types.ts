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
}

/** Attributes as the platform's renderer takes them; Taro's types know none of these. */
export type AriaAttributes = Readonly<Record<string, string | number | boolean>>;
