import { create } from 'zustand';
import type { Redemption } from '../../../bff/features/merchant/contract';
import type { Refusal } from './refusal';

/** What the result page shows. Kept outside the page, because an answer may arrive while the page changes. */
export type Outcome =
  | { kind: 'confirmed'; redemption: Redemption }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unknown'; storeId: string };

interface OutcomeStore {
  outcome: Outcome | undefined;
}

export const useOutcome = create<OutcomeStore>(() => ({ outcome: undefined }));

export function showOutcome(outcome: Outcome | undefined): void {
  useOutcome.setState({ outcome });
}
