import type { ReactNode } from 'react';

export interface MomentPickerProps {
  mode: 'date' | 'time';
  /** `YYYY-MM-DD` or `HH:MM`. */
  value: string;
  /** The first and the last day that can be chosen. */
  start?: string;
  end?: string;
  label: string;
  className?: string;
  onChange: (value: string) => void;
  /** The value in words, and what a tap opens the picker from. */
  children: ReactNode;
}
