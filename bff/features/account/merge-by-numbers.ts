import type { AccountCaller } from '../../http/access';
import { Problem } from '../../http/problem';
import type { FollowUps } from '../../follow-ups/follow-ups';
import { maskPhone } from '../../masking';
import type { SmsSignIn } from '../../one-time-codes/sms-sign-in';
import { writeFor, type Calling, type WriteCalling } from '../../upstream/calling';
import type { ClubMember, ClubReview } from '../../upstream/club/contract';
import type { Members } from '../../upstream/club/members';
import { inOurWords } from '../../upstream/refusal-words';
import type { KnownMember } from './known-member';

export interface NumbersMergeDeps {
  members: Pick<Members, 'me' | 'latestReview' | 'mergeByNumbers'>;
  smsSignIn: SmsSignIn;
  followUps: Pick<FollowUps, 'start'>;
  knownMember: Pick<KnownMember, 'keep'>;
}

type Which = 'own' | 'other';

interface Numbers {
  review: ClubReview;
  own: string;
  other: string;
}

const words = {
  MERGE_NOT_OFFERED: '现在没有可以合并的账号了，请看这里的最新情况',
  IDENTITY_ALREADY_BOUND: '您已经用另一个证件完成了实名，如需更正请联系客服',
  IDEMPOTENCY_KEY_REUSED: '这个请求编号已经用于另一次提交，请返回上一页重新提交',
};
const notOffered = () => new Problem(409, 'MERGE_NOT_OFFERED', words.MERGE_NOT_OFFERED);

/** Only who was matched by name, ID and own number gets as far as `heldByAnother`; to them alone the other number is named. */
async function numbersOf(
  members: NumbersMergeDeps['members'],
  by: Calling,
  review: ClubReview | null,
): Promise<Numbers> {
  const { phone } = await members.me(by);
  if (review?.state !== 'open' || !review.holderPhone || phone === null) throw notOffered();
  return { review, own: phone, other: review.holderPhone };
}

const ownerOf = (phone: string) => ({ audience: 'merge' as const, phone });

/** A code to one of the two numbers, which says what it is for. @throws Problem 409 MERGE_NOT_OFFERED, 429 */
export async function sendMergeCode(
  { members, smsSignIn }: NumbersMergeDeps,
  by: Calling,
  { to, address }: { to: Which; address: string },
): Promise<{ phoneMasked: string; retryAfterSeconds: number }> {
  const phone = (await numbersOf(members, by, await members.latestReview(by)))[to];
  const { retryAfterSeconds } = await smsSignIn.sendCode(ownerOf(phone), address);
  return { phoneMasked: maskPhone(phone), retryAfterSeconds };
}

/** Says which of the two codes is wrong: whoever types two has to know. */
const proofsOf = ({ own, other }: Numbers, codes: { code: string; otherCode: string }) => [
  { owner: ownerOf(own), code: codes.code },
  {
    owner: ownerOf(other),
    code: codes.otherCode,
    wrong: new Problem(
      422,
      'OTHER_CODE_WRONG',
      '另一个号码的验证码不对或已经过期，请看那个手机上最新一条短信；连着输错 5 次要重新获取',
    ),
  },
];

/** Links what core knows; harmless when it was done before. */
async function link({ followUps }: NumbersMergeDeps, memberId: string, review: ClubReview): Promise<void> {
  const { kind, name, idNumber } = review;
  await followUps.start({ kind: 'identityLink', link: { subject: memberId, kind, name, idNumber } });
}

async function merged(
  deps: NumbersMergeDeps,
  by: WriteCalling,
  { review, other }: Numbers,
): Promise<ClubMember> {
  const wanted = { reviewId: review.id, confirmedPhone: other };
  const { member, mergedFrom } = await inOurWords(words, () => deps.members.mergeByNumbers(by, wanted));
  deps.knownMember.keep(member);
  if (mergedFrom !== null) {
    await deps.followUps.start({ kind: 'memberMerge', merged: { from: mergedFrom, into: member.id } });
  }
  await link(deps, member.id, review);
  return member;
}

/**
 * 同一个人，两个号码: the ID is verified, another account holds it, and a code on each of the two phones makes them one. Nothing is merged by
 * one number alone; without the other phone the review goes on and an operator answers it with a reason.
 * @throws Problem 409 MERGE_NOT_OFFERED, 422 SMS_CODE_WRONG or OTHER_CODE_WRONG, 429
 */
export async function mergeByNumbers(
  deps: NumbersMergeDeps,
  codes: { code: string; otherCode: string },
  context: { caller: AccountCaller; requestId: string; idempotencyKey: string; address: string },
): Promise<ClubMember> {
  const by = writeFor(context.caller.actor, context);
  const latest = await deps.members.latestReview(by);
  if (latest?.mergeRequestId === context.idempotencyKey) {
    // It was done, and its answer never came back here: the codes are used up, the request is known.
    await link(deps, context.caller.accountId, latest);
    return deps.members.me(by);
  }
  // Not read again: while the first try is still under way there its record decides, not what is seen from here.
  const numbers = await numbersOf(deps.members, by, latest);
  const from = { address: context.address, request: `${context.caller.accountId} ${context.idempotencyKey}` };
  return deps.smsSignIn.withCodes(proofsOf(numbers, codes), from, () => merged(deps, by, numbers));
}
