import { goTo, switchTab } from '@/platform/routes';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Row } from '@/ui/row';
import { Heading, Words } from '@/ui/text';
import { IdentityForm } from '../../identity-form';
import { ReviewCard } from '../../review-card';
import { reviewOf, useIdentity } from '../../use-identity';

/** 实名核验: what it unlocks, why it is asked, and an answer in any case. */
export default function IdentityPage() {
  const identity = useIdentity();
  return (
    <Page title="实名核验">
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
        title="先登录，再核验"
        action={{ text: '去登录', onTap: () => void goTo('account/login') }}
      >
        登录后填姓名和证件号，就能看到您名下的保单。
      </Empty>
    );
  }
  if (submission.status === 'done') {
    const review = reviewOf(submission.answer);
    return review ? <ReviewCard review={review} /> : <Verified />;
  }
  return (
    <Loaded read={identity.status}>
      {({ identityVerified, review }) => {
        if (identityVerified) return <Verified />;
        if (review?.state === 'open') return <ReviewCard review={review} />;
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

function Unlocks() {
  return (
    <>
      <Heading>完善信息，查看保单</Heading>
      <Words size="sub" tone="ink2">
        手机号可能换过人，光凭它不能打开保单。填姓名和证件号，只有和保单上的投保人、被保险人一致才会显示。
      </Words>
      <Card flush>
        <Row icon="policy" title="看名下的保单" detail="保什么、到哪天、怎么赔" />
        <Row icon="star" title="成为高级会员" detail="能领的礼包更多" />
        <Row icon="lock" title="加密保存" detail="屏幕上只显示一部分，只用来找保单" />
      </Card>
    </>
  );
}

function Verified() {
  return (
    <Empty
      icon="policy"
      title="已核实是您本人"
      action={{ text: '看我的保单', onTap: () => void switchTab('policies') }}
    >
      您名下的保单已经连上了。您现在是高级会员。
    </Empty>
  );
}
