import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { CaseAction } from '../../case/case-action';
import { FinishedCase } from '../../case/finished-case';
import { OpenCase } from '../../case/open-case';
import { useCase } from '../../case/use-case';
import { ErrorState } from '@/ui/error-state';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Skeleton } from '@/ui/skeleton';
import { casePageWords } from '../../messages';

/** 理赔进展: every step with its owner and its clock, and the next thing the customer can do. */
export default function CasePage() {
  const id = useRouter().params.id ?? '';
  const { signedIn, claim } = useCase(id);
  usePullDownRefresh(() => void claim.refresh().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title={casePageWords.title} action={<CaseAction claim={claim.data} />}>
      {signedIn ? (
        <Loaded
          read={claim}
          system={casePageWords.system}
          unaffected={casePageWords.unaffected}
          skeleton={<Skeleton cards={2} lines={4} />}
        >
          {(detail) => (detail.open ? <OpenCase claim={detail} /> : <FinishedCase claim={detail} />)}
        </Loaded>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}
