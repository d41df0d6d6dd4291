import { maskIdNumber, maskName, maskPhone } from '../../masking';
import type { ClubReview } from '../../upstream/club/contract';
import type { OpsReview } from './contract';

/** Why the automatic check did not settle it, in the words of whoever decides. */
const causes: Record<ClubReview['cause'], string> = {
  noMatch: '姓名、证件号与手机号没有比对一致',
  sharedPhone: '这个手机号登记在 5 位以上客户名下',
  heldByAnother: '这个证件已经绑定在另一个会员上，接受会合并两个账号',
  providerAway: '核验服务当时连不上，没有做过自动比对',
};

/** Operators compare with the papers they are shown; even they see no full number on a screen. */
export function opsReviewOf(review: ClubReview): OpsReview {
  const { id, state, kind, submittedAt, dueAt, decidedAt, decidedBy, reason } = review;
  return {
    id,
    state,
    kind,
    nameMasked: kind === 'person' ? maskName(review.name) : review.name,
    idNumberMasked: maskIdNumber(review.idNumber),
    phoneMasked: review.phone === null ? null : maskPhone(review.phone),
    cause: causes[review.cause],
    submittedAt,
    dueAt,
    decidedAt,
    decidedBy,
    reason,
  };
}
