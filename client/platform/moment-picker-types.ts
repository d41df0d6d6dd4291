import type { ReactNode } from 'react';

export interface MomentPickerProps {
  mode: 'date' | 'time';
  /** `YYYY-MM-DD` or `HH:MM`. */
  value: string;
  /** The last day that can be chosen. */
  end?: string;
  label: string;
  className?: string;
  onChange: (value: string) => void;
  /** What WeChat's picker is opened from; the browser's field shows the value itself. */
  children: ReactNode;
}
