import { formatReceiptNumber } from '@/ui/format/receipt-number';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import type { Consent } from '../../../bff/features/account/contract';
import { consentWords, privacyWords } from './messages';
import { consentPageWords as words } from './consent-messages';

/** The record itself: what, which text, in which words, by which control. */
export function ConsentReceipt({ consent, onClose }: { consent: Consent | undefined; onClose: () => void }) {
  if (!consent) return null;
  const { purpose, granted, at, documentVersion, wording, how, client, id } = consent;
  const names = words.receipt;
  return (
    <Sheet open title={words.receiptTitle} onClose={onClose}>
      <Receipt
        lines={[
          { name: names.what, value: consentWords[purpose].name },
          { name: names.did, value: granted ? privacyWords.agree : privacyWords.revoke },
          { name: names.when, value: formatInstant(at) },
          { name: names.wording, value: wording ?? words.unknown },
          { name: names.how, value: how ? words.hows[how] : words.unknown },
          { name: names.client, value: client ? words.clients[client] : words.unknown },
          { name: names.version, value: documentVersion },
          { name: names.number, value: formatReceiptNumber(id) },
        ]}
      />
    </Sheet>
  );
}
