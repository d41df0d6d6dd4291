import { Picker, View } from '@tarojs/components';
import { aria } from './aria';
import type { MomentPickerProps } from './moment-picker-types';

export function MomentPicker({
  mode,
  value,
  start,
  end,
  label,
  className,
  onChange,
  children,
}: MomentPickerProps) {
  const change = ({ detail }: { detail: { value: string | number } }) => onChange(String(detail.value));
  const face = (
    <View className={className} {...aria({ role: 'button', label: `${label} ${value}` })}>
      {children}
    </View>
  );
  return mode === 'date' ? (
    <Picker mode="date" value={value} start={start} end={end} onChange={change}>
      {face}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={change}>
      {face}
    </Picker>
  );
}
