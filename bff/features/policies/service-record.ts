import { maskPhone } from '../../masking';
import type { CoreServiceRecord } from '../../upstream/core/contract/policy-services';
import type { ServiceRecord } from './contract';

/** A phone number on a receipt stays hidden like everywhere else; the own address is what the receipt is for. */
export function shownRecord({ changes, ...record }: CoreServiceRecord): ServiceRecord {
  const hidden = (field: 'phone' | 'address', value: string | null) =>
    value !== null && field === 'phone' ? maskPhone(value) : value;
  return {
    ...record,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: hidden(field, before),
      after: hidden(field, after),
    })),
  };
}
