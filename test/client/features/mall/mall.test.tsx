import { fireEvent, screen } from '@testing-library/react';
import MallItemPage from '@/features/mall/pages/item';
import MallPage from '@/features/mall/pages/list';
import { offerOf } from '@/features/mall/offer';
import type { MallItem } from '../../../../bff/features/mall/contract';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { list, problem, wash } from '../benefit-fixtures';

const server = useScriptedServer();
const ITEMS = 'GET /mall/items';
const ITEM = 'GET /mall/items/mit_1';
const ORDER = 'POST /mall/orders';

const item = (part: Partial<MallItem> = {}): MallItem => ({
  id: 'mit_1',
  title: '普通洗车',
  description: '外观清洗加内饰吸尘',
  service: 'carWash',
  serviceId: 'svc_wash',
  fulfilment: 'visit',
  pricePoints: 680,
  stock: 40,
  limitPerMember: 3,
  leftForYou: 3,
  uses: 1,
  terms: {
    howToUse: '到店出示二维码。',
    limits: ['每天 1 次'],
    exclusions: ['打蜡'],
    extraCost: '七座车每次补 ¥10.00',
  },
  validity: '兑换后 90 天内有效',
  storeCount: 26,
  ...part,
});

const shelf = (items: readonly MallItem[], balance = 3260) => ({ body: { ...list(items), balance } });

const one = (part: Partial<MallItem> = {}, balance = 3260) => ({
  body: { item: item(part), balance, asOf: '2026-11-22T14:05:00+08:00' },
});

const answer = {
  order: {
    id: 'ord_12345678',
    at: '2026-11-22T14:05:00+08:00',
    kind: 'exchange',
    title: '积分兑换：普通洗车',
    vouchers: [wash],
    exchange: {
      itemId: 'mit_1',
      quantity: 2,
      pricePoints: 680,
      pointsSpent: 1360,
      state: 'done',
      cancelledAt: null,
      cancellable: true,
    },
  },
  vouchers: [wash],
  balanceAfter: 1900,
};

function open(balance = 3260, part: Partial<MallItem> = {}): void {
  signIn();
  server().always(ITEM, one(part, balance));
  renderPage(<MallItemPage />, { id: 'mit_1' });
}

const keys = () =>
  server()
    .requestsTo(ORDER)
    .map(({ headers }) => headers['idempotency-key']);

describe('what a person can exchange', () => {
  it.each<[string, Partial<MallItem>, number, ReturnType<typeof offerOf>]>([
    ['as many as the points reach', {}, 1400, { kind: 'open', most: 2 }],
    ['no more than the limit leaves', { leftForYou: 1 }, 9000, { kind: 'open', most: 1 }],
    ['no more than the shelf holds', { stock: 2 }, 9000, { kind: 'open', most: 2 }],
    [
      'no more than ten at once',
      { limitPerMember: null, leftForYou: null },
      99_000,
      { kind: 'open', most: 10 },
    ],
    ['nothing from an empty shelf', { stock: 0 }, 9000, { kind: 'soldOut' }],
    ['nothing beyond the limit', { leftForYou: 0 }, 9000, { kind: 'limitReached' }],
    ['nothing without the points', {}, 500, { kind: 'notEnough', missing: 180 }],
    ['something that costs nothing', { pricePoints: 0 }, 0, { kind: 'open', most: 3 }],
  ])('is %s', (_name, part, balance, offer) => {
    expect(offerOf(item(part), balance)).toEqual(offer);
  });
});

describe('the mall', () => {
  it('shows price, stock and limit, and why something cannot be had', async () => {
    signIn();
    server().always(
      ITEMS,
      shelf([
        item(),
        item({ id: 'mit_2', title: '机场接送', pricePoints: 5000 }),
        item({ id: 'mit_3', title: '保养', stock: 0 }),
        item({ id: 'mit_4', title: '检测', stock: 3 }),
      ]),
    );
    renderPage(<MallPage />);
    expect(await screen.findByText('还差 1,740')).toBeTruthy();
    for (const words of ['已兑完', '只剩 3 份', '5,000 积分']) expect(screen.getByText(words)).toBeTruthy();
    fireEvent.click(screen.getByText('机场接送'));
    expect(phone.navigation.at(-1)?.url).toContain('mall/pages/item/index?id=mit_2');
  });

  it('filters by service, with a way out of an empty shelf', async () => {
    signIn();
    server()
      .once(ITEMS, shelf([item()]))
      .once(ITEMS, shelf([]))
      .always(ITEMS, shelf([item()]));
    renderPage(<MallPage />);
    fireEvent.click(await screen.findByRole('radio', { name: '加油优惠' }));
    fireEvent.click(await screen.findByText('看全部商品'));
    expect(await screen.findByText('普通洗车')).toBeTruthy();
    expect(server().requestsTo(ITEMS)[1]?.query.get('service')).toBe('fuel');
  });
});

describe('an exchange', () => {
  it('puts everything on the table, names item and price before it is done, and sends what was seen', async () => {
    open();
    for (const words of ['七座车每次补 ¥10.00', '每天 1 次', '打蜡', '兑换后 90 天内有效'])
      expect(await screen.findByText(words)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('多换一份'));
    fireEvent.click(screen.getByText('用 1,360 积分兑换'));
    expect(screen.getByText('用 1,360 积分换“普通洗车”？')).toBeTruthy();
    expect(screen.getByText('1,900 积分')).toBeTruthy();
    expect(keys()).toHaveLength(0);
    server().once(ORDER, { status: 201, body: answer });
    fireEvent.click(screen.getByText('确认，用掉 1,360 积分'));
    expect(await screen.findByText('换到了')).toBeTruthy();
    expect(server().requestsTo(ORDER)[0]?.body).toEqual({ itemId: 'mit_1', quantity: 2, pricePoints: 680 });
    expect(keys()[0]).toBeTruthy();
    expect(screen.queryByText('确认兑换')).toBeNull();
    fireEvent.click(screen.getByText('去用这张券'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/detail/index?id=vch_1');
  });

  it('whose answer was lost is asked for under the same id and spends nothing twice', async () => {
    open();
    server().cutOnce(ORDER).once(ORDER, { status: 201, body: answer });
    fireEvent.click(await screen.findByText('用 680 积分兑换'));
    fireEvent.click(screen.getByText('确认，用掉 680 积分'));
    const query = await screen.findByText('查询进度');
    expect(screen.queryByText('用 680 积分兑换')).toBeNull();
    fireEvent.click(query);
    expect(await screen.findByText('换到了')).toBeTruthy();
    expect(new Set(keys()).size).toBe(1);
  });

  it('that is refused says why in the server’s words, and reads the shelf again', async () => {
    open();
    const detail = '所需积分有变化，现在每份 700 积分。没有扣积分，请看清后再兑换';
    server().once(ORDER, problem(409, 'PRICE_CHANGED', detail));
    fireEvent.click(await screen.findByText('用 680 积分兑换'));
    server().always(ITEM, one({ pricePoints: 700 }));
    fireEvent.click(screen.getByText('确认，用掉 680 积分'));
    expect(await screen.findByText(detail)).toBeTruthy();
    expect(await screen.findByText('用 700 积分兑换')).toBeTruthy();
  });

  it('is not offered where it could only be refused', async () => {
    open(100);
    expect(await screen.findByText('还差 580 积分。')).toBeTruthy();
    expect(screen.queryByText(/积分兑换$/)).toBe(screen.queryByText('积分兑换'));
    fireEvent.click(screen.getByText('怎么赚积分'));
    expect(phone.navigation.at(-1)?.url).toContain('points/pages/earn');
  });

  it('of something that is gone says so, with the way back', async () => {
    signIn();
    server().always(ITEM, problem(404, 'NOT_FOUND', '没有找到，可能已经下架或不属于您'));
    renderPage(<MallItemPage />, { id: 'mit_1' });
    expect(await screen.findByText('没有找到这件商品')).toBeTruthy();
  });
});
