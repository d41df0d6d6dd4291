import * as z from 'zod/mini';
import { count, instant, opaqueId } from '../../http/contract';
import { spokenDay, spokenInstant } from '../../spoken-time';
import { telling, type RefusalWords } from '../../upstream/refusal-words';

const earlierUse = z.object({ at: instant, storeName: z.string(), redemptionId: z.optional(opaqueId) });
const recentUse = z.object({ at: instant, storeName: z.string() });

/** Where and when is said only of this merchant's own use; the club leaves it out otherwise. */
const alreadyRedeemed = telling({ usedAt: earlierUse }, ({ usedAt }) => {
  if (!usedAt) return '这张券已经用过了。没有扣券，不重复结算';
  const when = spokenInstant(new Date(usedAt.at), new Date());
  return `这张券${when} 已在${usedAt.storeName}用过。没有扣券，不重复结算`;
});

const recentlyRedeemed = telling({ recentUse, usesLeft: count }, (told) => {
  const when = told.recentUse ? `${spokenInstant(new Date(told.recentUse.at), new Date())} ` : '';
  return `这张券${when}刚用过一次。没有扣券；客人确实要再用一次，请点“再用一次”`;
});

/** The voucher is not used up: the sentence says from when it may be used. */
const dailyLimitReached = telling({ usesPerDay: count, worksAgainAt: instant }, (told) => {
  const times = told.usesPerDay === undefined ? '' : ` ${String(told.usesPerDay)} 次`;
  const again = told.worksAgainAt
    ? `，明天（${spokenDay(new Date(told.worksAgainAt), new Date())}）0:00 起可以再用`
    : '，今天不能再用';
  return `今天已经用过${times}，到了每天的次数${again}。没有扣券`;
});

/** What the workspace beside the counter refuses. */
export const workspaceRefusals: RefusalWords = {
  NOT_FOUND: '没有找到，或者只有店主可以办理',
  STORE_NOT_FOUND: '没有找到这家门店，或您不在这家商户工作了',
  CLERK_ALREADY_THERE: '这个号码已经是店员了，不能再邀请。如果在别家商户，请先让那边移除',
  OWNER_STAYS: '店主不能在这里更改或移除，请联系运营人员',
  SUSPENDED_BY_OPERATOR: '这家门店由运营人员暂停，请联系运营人员恢复',
};

export const settlementRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这张结算单或这一笔。结算单只有店主可以查看',
  STORE_NOT_FOUND: '您不在这家商户工作了，请重新登录',
  SETTLEMENT_DISPUTED: '还有异议没有答复。答复以后再确认',
  SETTLEMENT_ALREADY_CONFIRMED: '这张结算单已经确认过了，不能再提异议或重复确认',
  SETTLEMENT_ALREADY_PAID: '这张结算单已经付款，不能再改',
  LINE_ALREADY_DISPUTED: '这一笔已经提过异议，正在等答复',
};

export const counterRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这笔核销，可能不是本店的',
  VOUCHER_NOT_FOUND: '没有找到这张券。请客人刷新券码再扫一次，或核对输入的数字',
  VOUCHER_ALREADY_REDEEMED: alreadyRedeemed,
  RECENTLY_REDEEMED: recentlyRedeemed,
  DAILY_LIMIT_REACHED: dailyLimitReached,
  VOUCHER_EXPIRED: telling({ validUntil: instant }, '这张券已经过期。没有扣券，客人可以看看有没有别的券'),
  VOUCHER_NOT_YET_VALID: telling({ validFrom: instant }, '这张券还没到可以使用的日子。没有扣券'),
  VOUCHER_REVOKED: '这张券已被发放单位收回。没有扣券',
  VOUCHER_TRANSFERRED: '这张券已经转赠，旧码不能再用。没有扣券',
  VOUCHER_RESERVED: '这张券已经预约在用，不能在柜台核销。没有扣券',
  PRESENTATION_EXPIRED: '这个码过期了。没有扣券，请客人刷新后再扫一次',
  SCAN_TOKEN_OTHER_STORE: '扫码以后换了门店。没有扣券，请重新扫码',
  CODE_MISTYPED: '输入的码不对，请对照客人的手机再输一遍',
  CODE_ATTEMPTS_LOCKED: '输错的次数太多了，请改用扫码，或过一会儿再输',
  VOUCHER_CHANGED: telling({ usesLeft: count }, '扫码以后这张券有变化。没有扣券，请重新扫码看清再确认'),
  STORE_SUSPENDED: '这家门店暂停核销了。没有扣券，请联系店主或运营人员',
  SERVICE_NOT_OFFERED: '本店没有开通这项服务。没有扣券，客人可以在券里看能用的店',
  STORE_NOT_FOUND: '没有找到这家门店，请重新选择门店',
  ALREADY_REVERSED: telling({ reversedAt: instant }, '这笔核销已经撤销过了，券已还给客人'),
  REVERSAL_WINDOW_CLOSED: '核销超过 30 分钟了，请联系店主撤销',
  SETTLEMENT_LOCKED: '这笔已经进入结算，不能再撤销。需要更正请联系运营人员',
};
