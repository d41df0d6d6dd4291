import type { MomentPickerProps } from './moment-picker-types';

/** The browser's own field: it can be typed into, turned on a phone, and read aloud. Taro's picker can only be touched. */
export function MomentPicker({ mode, value, end, label, className, onChange }: MomentPickerProps) {
  return (
    <input
      type={mode}
      className={className}
      value={value}
      max={end}
      aria-label={label}
      onChange={(event) => {
        // Half a date, while it is being typed, is none.
        if (event.target.value) onChange(event.target.value);
      }}
    />
  );
}
