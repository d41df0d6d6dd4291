import { Button as PlatformButton, type ButtonProps as PlatformButtonProps, Text } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import styles from './button.module.scss';
import { cls } from './class-names';
import { Icon, type IconName } from './icon/icon';
import { Pressable } from './pressable';
import { announce } from './toast';

export interface ButtonProps {
  /** Verb first; says what it does and how much. */
  children: string;
  kind?: 'primary' | 'ghost' | 'soft' | 'text' | 'danger';
  size?: 'normal' | 'small';
  icon?: IconName;
  /** Stretch to the width it is given. */
  wide?: boolean;
  /** The words while it works, as `正在领取…`; also set from outside with `busy`. */
  busyText?: string;
  busy?: boolean;
  disabled?: boolean;
  /** A second tap while the first one's promise runs does nothing. */
  onTap?: () => unknown;
  /** Only for what WeChat grants through its own button, as getPhoneNumber. */
  openType?: PlatformButtonProps['openType'];
  onGetPhoneNumber?: PlatformButtonProps['onGetPhoneNumber'];
  label?: string;
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'primary',
    size = 'normal',
    icon,
    wide,
    busyText,
    disabled,
    onTap,
    openType,
    label,
  } = props;
  const [working, setWorking] = useState(false);
  const running = useRef(false);
  const busy = working || (props.busy ?? false);
  useEffect(() => {
    if (busy && busyText) announce(busyText);
  }, [busy, busyText]);
  const tap = () => {
    if (running.current || busy) return;
    const result = onTap?.();
    if (!(result instanceof Promise)) return;
    running.current = true;
    setWorking(true);
    void result
      .catch(() => undefined)
      .finally(() => {
        running.current = false;
        setWorking(false);
      });
  };
  const className = cls(
    styles.button,
    styles[kind],
    size === 'small' && styles.small,
    wide && styles.wide,
    disabled && styles.disabled,
  );
  const words = (
    <>
      {icon && <Icon name={icon} size="s" />}
      <Text className={styles.words}>{busy && busyText ? busyText : children}</Text>
    </>
  );
  if (openType) {
    return (
      <PlatformButton
        className={cls(styles.native, className)}
        hoverClass={styles.pressed}
        openType={openType}
        disabled={disabled ?? busy}
        onClick={tap}
        onGetPhoneNumber={props.onGetPhoneNumber}
      >
        {words}
      </PlatformButton>
    );
  }
  return (
    <Pressable className={className} disabled={disabled} busy={busy} label={label} onTap={tap}>
      {words}
    </Pressable>
  );
}
