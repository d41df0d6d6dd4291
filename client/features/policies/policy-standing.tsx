import { formatFullDate } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { TermRow } from '@/ui/term';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { wordsOf } from './endorsement-words';
import { detailWords as words, lostNames } from './detail-messages';

/** What a policy that does not hold now means for an accident, and what of it is reported as lost. */
export function PolicyStanding({ policy }: { policy: PolicyDetail }) {
  const { status, cancelledAt, endorsements, losses } = policy;
  return (
    <>
      {status === 'pending' && <Notice tone="calm">{words.pending}</Notice>}
      {status === 'expired' && <Notice tone="grey">{words.expired}</Notice>}
      {status === 'cancelled' && cancelledAt && (
        <>
          <Notice tone="grey">{words.cancelled(formatFullDate(cancelledAt))}</Notice>
          <TermRow text={words.cancelled('') + wordsOf(endorsements)} />
        </>
      )}
      {losses.length > 0 && (
        <Notice tone="due">{words.lost(losses.map(({ item }) => lostNames[item]).join('、'))}</Notice>
      )}
    </>
  );
}
