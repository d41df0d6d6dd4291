import { consentPurpose, type Consent, type ConsentPurpose } from '../../../bff/features/account/contract';

const isLater = (one: Consent, other: Consent | undefined): boolean =>
  other === undefined || Date.parse(one.at) >= Date.parse(other.at);

/** Records are kept for good; what holds is the latest of each purpose. */
export function latestConsents(records: readonly Consent[]): Consent[] {
  const latest = new Map<ConsentPurpose, Consent>();
  // The server gives the newest first: of two in one millisecond the first one given is the later.
  for (const record of [...records].reverse()) {
    if (isLater(record, latest.get(record.purpose))) latest.set(record.purpose, record);
  }
  return consentPurpose.options.flatMap((purpose) => latest.get(purpose) ?? []);
}
