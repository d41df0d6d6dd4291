import { count, points } from '../../http/contract';
import { telling, type RefusalWords } from '../../upstream/refusal-words';

export const mallRefusals: RefusalWords = {
  NOT_FOUND: '没有找到，可能已经下架或不属于您',
  POINTS_NOT_ENOUGH: telling({ missing: points }, ({ missing }) =>
    missing === undefined ? '积分不够，没有扣积分' : `积分不够，还差 ${String(missing)} 积分。没有扣积分`,
  ),
  OUT_OF_STOCK: telling({ stock: count }, ({ stock }) =>
    stock ? `只剩 ${String(stock)} 份了，没有扣积分` : '已经兑完了，没有扣积分',
  ),
  LIMIT_REACHED: telling({ limitPerMember: count }, ({ limitPerMember }) =>
    limitPerMember === undefined
      ? '已达到每人兑换上限，没有扣积分'
      : `每人最多兑换 ${String(limitPerMember)} 份，没有扣积分`,
  ),
  PRICE_CHANGED: telling({ pricePoints: points }, ({ pricePoints }) => {
    const now = pricePoints === undefined ? '' : `，现在每份 ${String(pricePoints)} 积分`;
    return `所需积分有变化${now}。没有扣积分，请看清后再兑换`;
  }),
  ITEM_NOT_ON_SALE: '这件商品暂时不能兑换，没有扣积分',
  EXCHANGE_NOT_CANCELLABLE: '券已经使用、转赠或过期，这次兑换不能取消',
  EXCHANGE_CANCELLED: '这次兑换已经取消过了，积分已退回',
};
