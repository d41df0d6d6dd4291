import { View } from '@tarojs/components';
import type { MomentPickerProps } from './moment-picker-types';
import './moment-picker.scss';

/**
 * Looks like every other field, and is the browser's own below: it can be typed into, turned on a phone, and read aloud, which Taro's picker cannot.
 */
export function MomentPicker({
  mode,
  value,
  start,
  end,
  label,
  className = '',
  onChange,
  children,
}: MomentPickerProps) {
  return (
    <View className={`moment ${className}`}>
      <View className="moment__face" aria-hidden>
        {children}
      </View>
      <input
        type={mode}
        className="moment__own"
        value={value}
        min={start}
        max={end}
        aria-label={label}
        onChange={(event) => {
          // Half a date, while it is being typed, is none.
          if (event.target.value) onChange(event.target.value);
        }}
      />
    </View>
  );
}
