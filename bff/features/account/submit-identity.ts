import type { AccountCaller } from '../../http/access';
import type { Limits } from '../../http/limits';
import { Problem, invalidInput } from '../../http/problem';
import { systemActor } from '../../http/service-token';
import type { FollowUps } from '../../follow-ups/follow-ups';
import { isCreditCode, isResidentId, normaliseResidentId } from '../../identifiers';
import { isAway } from '../../last-known/last-known';
import { isRefusal, writeFor, type WriteCalling } from '../../upstream/calling';
import type { ClubMember, ClubReview } from '../../upstream/club/contract';
import type { Members } from '../../upstream/club/members';
import type { Core } from '../../upstream/core/client';
import type { Identity } from '../../upstream/identity/client';
import type { IdentityResult } from '../../upstream/identity/contract';
import { inOurWords } from '../../upstream/refusal-words';
import type { IdentityRequest } from './contract/identity';
import type { KnownMember } from './known-member';

export interface SubmitIdentityDeps {
  members: Members;
  core: Pick<Core, 'checkPhone'>;
  identity: Identity;
  followUps: Pick<FollowUps, 'start'>;
  limits: Limits;
  knownMember: KnownMember;
}

export interface ClaimedIdentity {
  kind: 'person' | 'organisation';
  name: string;
  idNumber: string;
}

export type IdentityOutcome =
  | { kind: 'verified'; member: ClubMember; replayed: boolean }
  | { kind: 'review'; review: ClubReview; replayed: boolean };

type ReviewCause = ClubReview['cause'];

/** @throws Problem 422 INVALID_INPUT at the field whose number cannot exist */
export function claimedIdentityOf(request: IdentityRequest): ClaimedIdentity {
  if ('idNumber' in request) {
    if (!isResidentId(request.idNumber)) {
      const message = '身份证号不对，请对着证件再看一遍';
      throw invalidInput([{ path: 'idNumber', code: 'ID_NUMBER', message }]);
    }
    return { kind: 'person', name: request.name, idNumber: normaliseResidentId(request.idNumber) };
  }
  if (!isCreditCode(request.creditCode)) {
    const message = '统一社会信用代码不对，应是 18 位，请对着营业执照再看一遍';
    throw invalidInput([{ path: 'creditCode', code: 'CREDIT_CODE', message }]);
  }
  const idNumber = request.creditCode.replace(/\s/g, '').toUpperCase();
  return { kind: 'organisation', name: request.organisationName.trim(), idNumber };
}

const words = {
  IDEMPOTENCY_KEY_REUSED: '这个请求编号已经用于另一次提交，请返回上一页重新提交',
  IDENTITY_ALREADY_BOUND: '您已经用另一个证件完成了实名，如需更正请联系客服',
};

function sameIdentity(review: ClubReview, claimed: ClaimedIdentity): boolean {
  return review.kind === claimed.kind && review.name === claimed.name && review.idNumber === claimed.idNumber;
}

/** What the person was told then, whatever became of it since: the same request has the same answer. */
const asSubmitted = (review: ClubReview): ClubReview => ({ ...review, state: 'open', reason: null });

/** One open review at a time: submitting again while it runs gives the same one, so that nobody waits twice. */
function earlierReview(
  latest: ClubReview | null,
  claimed: ClaimedIdentity,
  idempotencyKey: string,
): IdentityOutcome | undefined {
  if (!latest) return undefined;
  if (latest.requestId === idempotencyKey) {
    if (sameIdentity(latest, claimed)) return { kind: 'review', review: asSubmitted(latest), replayed: true };
    throw new Problem(422, 'IDEMPOTENCY_KEY_REUSED', words.IDEMPOTENCY_KEY_REUSED);
  }
  return latest.state === 'open' ? { kind: 'review', review: latest, replayed: false } : undefined;
}

async function askProvider(
  identity: Identity,
  claimed: ClaimedIdentity,
  phone: string,
): Promise<IdentityResult | 'away'> {
  const { name, idNumber } = claimed;
  try {
    return claimed.kind === 'person'
      ? await identity.checkPerson({ name, idNumber, phone })
      : await identity.checkOrganisation({ organisationName: name, creditCode: idNumber, phone });
  } catch (error) {
    if (isAway(error)) return 'away';
    throw error;
  }
}

/**
 * Both questions are asked side by side, so that neither the answer nor its time says which of them failed. An agent's
 * number stands on many customers and proves nobody, whatever the provider says.
 */
async function causeForReview(
  { core, identity }: SubmitIdentityDeps,
  claimed: ClaimedIdentity,
  asked: { phone: string; by: WriteCalling },
): Promise<ReviewCause | undefined> {
  const [result, shared] = await Promise.all([
    askProvider(identity, claimed, asked.phone),
    core.checkPhone({ actor: systemActor, requestId: asked.by.requestId }, asked.phone),
  ]);
  if (shared.flagged) return 'sharedPhone';
  if (result === 'away') return 'providerAway';
  return result === 'match' ? undefined : 'noMatch';
}

async function verify(
  deps: SubmitIdentityDeps,
  claimed: ClaimedIdentity,
  by: WriteCalling,
): Promise<IdentityOutcome> {
  const answer = await deps.members.verify(by, claimed);
  if (answer.heldByAnother) return openReview(deps, { claimed, cause: 'heldByAnother', by });
  deps.knownMember.keep(answer.member);
  await deps.followUps.start({
    kind: 'identityLink',
    link: { subject: by.actor.subject, ...claimed },
  });
  return { kind: 'verified', member: answer.member, replayed: answer.replayed };
}

async function openReview(
  { members }: SubmitIdentityDeps,
  { claimed, cause, by }: { claimed: ClaimedIdentity; cause: ReviewCause; by: WriteCalling },
): Promise<IdentityOutcome> {
  try {
    const { review, replayed } = await members.openReview(by, { ...claimed, cause });
    return { kind: 'review', review, replayed };
  } catch (error) {
    // Two submissions at once: the other was a moment faster, and one review is enough for both.
    const other = isRefusal(error, 409) ? await members.latestReview(by) : null;
    if (other?.state !== 'open') throw error;
    return { kind: 'review', review: other, replayed: false };
  }
}

/**
 * 完善信息: proves who the member is. A match makes them a senior member at once and links the policies where they are
 * 投保人 or 被保险人; everything else goes to a person (人工核验) and always ends in an answer. The club keeps the request
 * id on what it wrote, so the same request gives the same outcome.
 * @throws Problem 422 INVALID_INPUT, 429; UpstreamAway when nothing was done
 */
export async function submitIdentity(
  deps: SubmitIdentityDeps,
  request: IdentityRequest,
  context: { caller: AccountCaller; requestId: string; idempotencyKey: string },
): Promise<IdentityOutcome> {
  const claimed = claimedIdentityOf(request);
  const by = writeFor(context.caller.actor, context);
  return inOurWords(words, async () => {
    const [latest, member] = await Promise.all([deps.members.latestReview(by), deps.members.me(by)]);
    const earlier = earlierReview(latest, claimed, context.idempotencyKey);
    if (earlier) return earlier;
    if (member.identityVerified) return verify(deps, claimed, by);
    if (member.phone === null) throw new Problem(403, 'PHONE_REQUIRED', '请先绑定手机号，再继续');
    await deps.limits.take('identityPerDay', member.id);
    const cause = await causeForReview(deps, claimed, { phone: member.phone, by });
    return cause ? openReview(deps, { claimed, cause, by }) : verify(deps, claimed, by);
  });
}
