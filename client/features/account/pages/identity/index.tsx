import { keepAcceptance } from '@/api/message-acceptance';
import { goTo, switchTab } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { MessageAsk } from '@/ui/message-ask';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Heading, Words } from '@/ui/text';
import { IdentityForm } from '../../identity-form';
import type { IdentityReview, IdentityStatus } from '../../../../../bff/features/account/contract/identity';
import { MergeCard } from '../../merge-card';
import { ReviewCard } from '../../review-card';
import { reviewOf, useIdentity } from '../../use-identity';
import { identityPageWords } from '../../messages';

/** 实名核验: what it unlocks, why it is asked, and an answer in any case. */
export default function IdentityPage() {
  const identity = useIdentity();
  return (
    <Page title={identityPageWords.title}>
      <Content identity={identity} />
    </Page>
  );
}

type Identity = ReturnType<typeof useIdentity>;

function Content({ identity }: { identity: Identity }) {
  const { submission } = identity.control;
  if (!identity.signedIn) {
    return (
      <Empty
        icon="user"
        title={identityPageWords.loginFirst}
        action={{ text: identityPageWords.login, onTap: () => void goTo('account/login') }}
      >
        {identityPageWords.loginHint}
      </Empty>
    );
  }
  if (submission.status === 'done') {
    const review = reviewOf(submission.answer);
    // What the check found stands in the status, which is read again as soon as it was answered.
    const now = identity.status.data;
    if (!review || now?.identityVerified) return <Verified />;
    return <Waiting review={now?.review ?? review} merge={now?.merge} />;
  }
  return (
    <Loaded read={identity.status}>
      {({ identityVerified, review, merge }) => {
        if (identityVerified) return <Verified />;
        if (review?.state === 'open') return <Waiting review={review} merge={merge} />;
        return (
          <>
            {review?.state === 'refused' && <ReviewCard review={review} />}
            <Unlocks />
            <IdentityForm identity={identity} />
          </>
        );
      }}
    </Loaded>
  );
}

interface WaitingProps {
  review: IdentityReview;
  merge: IdentityStatus['merge'];
}

/** The receipt, what the person can settle alone, and the offer to be told in WeChat how it ended. */
function Waiting({ review, merge }: WaitingProps) {
  return (
    <>
      {merge && review.state === 'open' && <MergeCard merge={merge} review={review} />}
      <ReviewCard review={review} />
      <MessageAsk kind="reviewDecided" keep={keepAcceptance} />
    </>
  );
}

function Unlocks() {
  return (
    <>
      <Heading>{identityPageWords.lead}</Heading>
      <Words size="sub" tone="ink2">
        {identityPageWords.why}
      </Words>
      <Card flush>
        <Row
          icon="policy"
          title={identityPageWords.unlocksPolicies}
          detail={identityPageWords.unlocksPoliciesDetail}
        />
        <Row
          icon="star"
          title={identityPageWords.unlocksLevel}
          detail={identityPageWords.unlocksLevelDetail}
        />
        <Row icon="lock" title={identityPageWords.encrypted} detail={identityPageWords.encryptedDetail} />
      </Card>
    </>
  );
}

function Verified() {
  return (
    <Empty
      icon="policy"
      title={identityPageWords.verified}
      action={{ text: identityPageWords.showPolicies, onTap: () => void switchTab('policies') }}
    >
      {identityPageWords.verifiedDetail}
    </Empty>
  );
}
