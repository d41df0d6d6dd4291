import type { FollowUp } from '../../follow-ups/follow-up-store';
import type { ClaimNotice } from '../../upstream/core/contract/claim-requests';
import { field } from '../../upstream/wechat/subscribe-message';

/**
 * The same news for WeChat, or nothing where core gives no short form. Only the end of the report number is in it, no name, no
 * sum and no plate: the case itself opens behind a login.
 */
export function claimPushOf(notice: ClaimNotice): FollowUp | undefined {
  const { id, claimId, reportNo, subject, at, push } = notice;
  if (!push || subject === undefined || at === undefined) return undefined;
  return {
    kind: 'wechatMessage',
    key: `claim-notice-${id}`,
    accountId: subject,
    message: {
      kind: 'claimProgress',
      page: `features/claims/pages/case/index?id=${claimId}`,
      fields: {
        character_string1: field.numberEnd(reportNo),
        phrase2: field.phrase(push.phrase),
        time3: field.time(at),
        thing5: field.thing(push.line),
      },
    },
  };
}
