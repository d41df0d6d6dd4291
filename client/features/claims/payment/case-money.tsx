import { View } from '@tarojs/components';
import { Stack } from '@/ui/stack';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { CaseAssessment } from './case-assessment';
import { placeOf } from '../case/case-place';
import { CasePayouts } from './case-payouts';

/** What waits for an answer stands first: the amounts until they are agreed on, then where the money goes. */
export function CaseMoney({ claim: { id, assessment, payouts, papers } }: { claim: ClaimDetail }) {
  const provisional = papers.items.some(
    ({ kind, state }) => kind === 'accidentPaper' && state !== 'accepted' && state !== 'onFile',
  );
  const amounts = assessment && (
    <CaseAssessment claimId={id} assessment={assessment} provisional={provisional} />
  );
  const sums = <CasePayouts claimId={id} payouts={payouts} />;
  if (!assessment && payouts.length === 0) return null;
  const amountsFirst = assessment?.state === 'proposed';
  return (
    <View id={placeOf('money')}>
      <Stack>
        {amountsFirst && amounts}
        {sums}
        {!amountsFirst && amounts}
      </Stack>
    </View>
  );
}
