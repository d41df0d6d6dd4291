import { View } from '@tarojs/components';
import { aria } from '@/platform/aria';
import { cls } from '../class-names';
import type { IconName } from './names';

export type { IconName } from './names';

interface IconProps {
  name: IconName;
  size?: 'm' | 's' | 'xs' | 'l';
  /** With the soft fill that marks the current tab. */
  filled?: boolean;
  className?: string;
}

/** A line icon in the colour of the text around it. It repeats what a word beside it says, so a screen reader passes over it. */
export function Icon({ name, size = 'm', filled = false, className }: IconProps) {
  return (
    <View
      className={cls(
        'ui-icon',
        size !== 'm' && `ui-icon-${size}`,
        filled ? `i-${name}-on` : `i-${name}`,
        className,
      )}
      {...aria({ hidden: true })}
    />
  );
}
