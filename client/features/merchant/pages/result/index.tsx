import { useEffect } from 'react';
import { redirectTo } from '@/platform/routes';
import { Page } from '@/ui/page';
import { messages } from '../../messages';
import { useOutcome } from '../../outcome';
import { Confirmed } from '../../result-confirmed';
import { Refused } from '../../result-refused';
import { Unknown } from '../../result-unknown';

/** The whole screen in the colour of the answer, readable at arm's length; it stays until a person acts. */
export default function ResultPage() {
  const outcome = useOutcome((state) => state.outcome);
  useEffect(() => {
    if (!outcome) void redirectTo('merchant/workspace');
  }, [outcome]);
  const ground =
    outcome?.kind === 'confirmed' ? 'resultOk' : outcome?.kind === 'refused' ? 'resultBad' : 'plain';
  return (
    <Page title={messages.result.navTitle} ground={ground} elderCall={false}>
      {outcome?.kind === 'confirmed' && <Confirmed redemption={outcome.redemption} />}
      {outcome?.kind === 'refused' && <Refused outcome={outcome} />}
      {outcome?.kind === 'unknown' && <Unknown storeId={outcome.storeId} />}
    </Page>
  );
}
