export type ScanResult =
  | { kind: 'scanned'; text: string }
  | { kind: 'cancelled' }
  /** No camera, or no permission for it: offer typing the code. */
  | { kind: 'refused'; reason: 'noCamera' | 'noPermission' };
