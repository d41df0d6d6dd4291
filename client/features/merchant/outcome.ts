import { create } from 'zustand';
import type { Lookup, Redemption } from '../../../bff/features/merchant/contract';
import type { Refusal } from './refusal';

/** This merchant's own earlier use of a voucher that has none left. */
export type EarlierUse = NonNullable<Lookup['voucher']['usedAt']>;

/** What the result page shows. Kept outside the page, because an answer may arrive while the page changes. */
export type Outcome =
  | { kind: 'confirmed'; redemption: Redemption }
  | {
      kind: 'refused';
      refusal: Refusal;
      voucherTitle?: string;
      earlier?: EarlierUse;
      /** What the clerk typed, where no voucher stands behind it. */
      typed?: string;
    }
  | { kind: 'unknown'; storeId: string };

interface OutcomeStore {
  outcome: Outcome | undefined;
  /** What was typed and may be put right: the counter opens the keypad with it. */
  retype: string | undefined;
  /** The clerk asked for the next guest: the counter opens the camera when it comes back. */
  next: boolean;
}

export const useOutcome = create<OutcomeStore>(() => ({
  outcome: undefined,
  retype: undefined,
  next: false,
}));

export function showOutcome(outcome: Outcome | undefined): void {
  useOutcome.setState({ outcome });
}

export function askForNext(): void {
  useOutcome.setState({ next: true });
}

export function askToRetype(typed: string): void {
  useOutcome.setState({ retype: typed });
}

/** What was typed, once after `askToRetype`. */
export function takeRetype(): string | undefined {
  const { retype } = useOutcome.getState();
  if (retype !== undefined) useOutcome.setState({ retype: undefined });
  return retype;
}

/** True once after `askForNext`. */
export function takeNext(): boolean {
  const { next } = useOutcome.getState();
  if (next) useOutcome.setState({ next: false });
  return next;
}
