import { type ITouchEvent, View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';
import { aria } from '@/platform/aria';
import type { Aria } from '@/platform/aria-types';
import { pressKeys } from '@/platform/press-keys';
import { cls } from './class-names';

interface PressableProps extends Omit<Aria, 'role'> {
  onTap?: () => void;
  role?: Aria['role'];
  className?: string;
  style?: CSSProperties;
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
  // What stands inside something that can be tapped answers alone: a link among the words of a consent does not tick it.
  const tapAlone =
    tap &&
    ((event: ITouchEvent) => {
      event.stopPropagation();
      tap();
    });
  return (
    <View
      className={cls('ui-press', className)}
      style={style}
      hoverClass={tap ? 'ui-pressed' : 'none'}
      hoverStayTime={80}
      onClick={tapAlone}
      {...aria({ role, ...state })}
      {...pressKeys(role, tap)}
    >
      {children}
    </View>
  );
}
