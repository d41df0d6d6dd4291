import type { FollowUp } from '../../follow-ups/follow-up-store';
import type { FollowUps } from '../../follow-ups/follow-ups';
import type { WriteCalling } from '../../upstream/calling';
import type { ClubReview } from '../../upstream/club/contract';
import type { Members } from '../../upstream/club/members';
import { inOurWords } from '../../upstream/refusal-words';
import { field } from '../../upstream/wechat/subscribe-message';

export interface DecideReviewDeps {
  members: Pick<Members, 'decide'>;
  followUps: Pick<FollowUps, 'start'>;
}

const words = {
  NOT_FOUND: '没有找到这条核验，可能不在您的机构范围内',
  REVIEW_ALREADY_DECIDED: '这条核验已经有答复了',
  IDENTITY_ALREADY_BOUND: '这个会员已经用另一个证件完成实名，不能再接受这一条',
  IDEMPOTENCY_KEY_REUSED: '这个请求编号已经用于另一次答复，请刷新后重试',
};

/** The reason stays out of it: it is written by a person, about a person. */
function reviewPushOf({ id, memberId, state, decidedAt, submittedAt }: ClubReview): FollowUp {
  return {
    kind: 'wechatMessage',
    key: `review-decided-${id}`,
    accountId: memberId,
    message: {
      kind: 'reviewDecided',
      page: 'features/account/pages/identity/index',
      fields: {
        thing1: field.thing('实名核验'),
        phrase2: field.phrase(state === 'accepted' ? '已通过' : '未通过'),
        time3: field.time(decidedAt ?? submittedAt),
        thing4: field.thing('点开看说明和下一步'),
      },
    },
  };
}

/**
 * One answer to a review, decided at the club. What follows from it (links at core, a message to the member) is written
 * down before it is tried, so that a system that is away only delays it; both are harmless when a lost answer is asked
 * for again.
 * @throws Problem 404, 409 REVIEW_ALREADY_DECIDED, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function decideReview(
  { members, followUps }: DecideReviewDeps,
  by: WriteCalling,
  decision: { reviewId: string; decision: 'accepted' | 'refused'; reason: string },
): Promise<{ review: ClubReview; replayed: boolean }> {
  const { reviewId, ...wanted } = decision;
  const answer = await inOurWords(words, () => members.decide(by, reviewId, wanted));
  const { memberId, kind, name, idNumber, phone, state } = answer.review;
  if (state === 'accepted') {
    const { mergedFrom } = answer.review;
    if (mergedFrom) {
      await followUps.start({ kind: 'memberMerge', merged: { from: mergedFrom, into: memberId } });
    }
    await followUps.start({ kind: 'identityLink', link: { subject: memberId, kind, name, idNumber } });
  }
  await followUps.start(reviewPushOf(answer.review));
  if (phone !== null) {
    const values = { outcome: state, reason: wanted.reason };
    const message = { phone, template: 'reviewDecided' as const, values };
    await followUps.start({ kind: 'sms', key: `review-decided-${reviewId}`, message });
  }
  return answer;
}
