import {
  type ChangeEvent,
  createElement,
  type CSSProperties,
  type PropsWithChildren,
  type ReactNode,
} from 'react';

/** Thin stand-ins for @tarojs/components: the element a browser would have, with Taro's events. */
interface Props {
  id?: string;
  className?: string;
  style?: CSSProperties;
  onClick?: () => void;
  onKeyDown?: (event: unknown) => void;
  children?: ReactNode;
  [attribute: string]: unknown;
}

const PASSED_ON = /^(role|aria-.*|data-.*|id|className|style|onClick|onKeyDown)$/;

function attributesOf({ tabindex, nativeProps, ...props }: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name]) => PASSED_ON.test(name));
  return {
    ...Object.fromEntries(kept),
    ...(nativeProps as object | undefined),
    ...(tabindex === undefined ? {} : { tabIndex: tabindex }),
  };
}

const block = (tag: string) =>
  function Block({ children, ...props }: PropsWithChildren<Props>) {
    return createElement(tag, attributesOf(props), children);
  };

export const View = block('div');
export const Text = block('span');
export const ScrollView = block('div');
export const Label = block('label');
export const Swiper = block('div');
export const SwiperItem = block('div');
export const Map = block('div');
export const WebView = block('div');
export const Block = ({ children }: PropsWithChildren) => <>{children}</>;

export function Button({
  children,
  disabled,
  openType,
  onGetPhoneNumber,
  ...props
}: PropsWithChildren<Props>) {
  const grant = onGetPhoneNumber as ((event: { detail: object }) => void) | undefined;
  const click = () => {
    props.onClick?.();
    // The person agrees in WeChat's own sheet.
    if (openType === 'getPhoneNumber')
      grant?.({ detail: { code: 'phone-code', errMsg: 'getPhoneNumber:ok' } });
  };
  return (
    <button type="button" {...attributesOf(props)} disabled={disabled === true} onClick={click}>
      {children}
    </button>
  );
}

interface InputProps extends Props {
  value?: string;
  placeholder?: string;
  maxlength?: number;
  disabled?: boolean;
  onInput?: (event: { detail: { value: string } }) => void;
  onBlur?: (event: { detail: { value: string } }) => void;
  onConfirm?: (event: { detail: { value: string } }) => void;
}

const field = (tag: 'input' | 'textarea') =>
  function Field({ value = '', placeholder, maxlength, disabled, onInput, onBlur, ...props }: InputProps) {
    return createElement(tag, {
      ...attributesOf(props),
      value,
      placeholder,
      maxLength: maxlength === undefined || maxlength < 0 ? undefined : maxlength,
      disabled,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        onInput?.({ detail: { value: event.target.value } }),
      onBlur: () => onBlur?.({ detail: { value } }),
    });
  };

export const Input = field('input');
export const Textarea = field('textarea');

export function Image({ src, ...props }: Props) {
  return <img alt="" {...attributesOf(props)} src={src as string} />;
}

export const Canvas = block('canvas');

interface PickerProps extends Props {
  onChange?: (event: { detail: { value: string } }) => void;
  value?: string;
  mode?: string;
}

/** A date or time picker, typed instead of turned. */
export function Picker({ value = '', onChange, children, ...props }: PropsWithChildren<PickerProps>) {
  return (
    <label>
      {children}
      <input
        {...attributesOf(props)}
        value={value}
        onChange={(event) => onChange?.({ detail: { value: event.target.value } })}
      />
    </label>
  );
}
