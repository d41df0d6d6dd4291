import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import { aria } from '@/platform/aria';
import type { Aria } from '@/platform/aria-types';
import { cls } from './class-names';

interface PressableProps extends Omit<Aria, 'role'> {
  onTap?: () => void;
  role?: Aria['role'];
  className?: string;
  style?: CSSProperties;
}

interface KeyEvent {
  key: string;
  preventDefault(): void;
}

/** Anything a finger may hit: at least as large as the theme's target, named for a screen reader, and reachable by keyboard on the web. */
export function Pressable({
  onTap,
  role = 'button',
  className,
  style,
  children,
  ...state
}: PropsWithChildren<PressableProps>) {
  const tap = state.disabled ? undefined : onTap;
  const keyboard =
    process.env.TARO_ENV === 'h5'
      ? {
          onKeyDown: (event: KeyEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            tap?.();
          },
        }
      : {};
  return (
    <View
      className={cls('ui-press', className)}
      style={style}
      hoverClass={tap ? 'ui-pressed' : 'none'}
      hoverStayTime={80}
      onClick={tap}
      {...aria({ role, ...state })}
      {...keyboard}
    >
      {children}
    </View>
  );
}
