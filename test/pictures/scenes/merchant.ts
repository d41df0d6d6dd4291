import { typeCode } from '../../journeys/support/counter';
import { pagePath } from '../../journeys/support/sign-in';
import type { Scene, Stage } from '../scene';
import { loseAnswerOf, plain, reading } from '../states';

/** The guest shows the code on another page of the same browser; the clerk types it. */
async function lookUpVoucher({ phone, shownCode }: Stage): Promise<void> {
  await typeCode(phone, await shownCode());
  await phone.see('核对后确认');
}

/** What a look-up answers, changed: no seeded voucher has everything that can stand on the sheet. */
const lookUpWith =
  (change: object) =>
  async ({ phone }: Stage): Promise<void> => {
    await phone.page.route(/\/api\/v1\/merchant\/lookups$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { voucher: object };
      await route.fulfill({ response, json: { ...body, voucher: { ...body.voucher, ...change } } });
    });
  };

const FUEL = {
  service: 'fuel',
  title: '加油优惠 4 次',
  saleAmountRequired: true,
  discount: '9 折，单次最多优惠 ¥30.00',
  discountPercent: 10,
  amountCapFen: 3000,
  amountLeftFen: 12000,
};
const FUEL_QUOTE = {
  saleAmountFen: 36000,
  discountFen: 3000,
  customerPaysFen: 33000,
  limitedBy: 'cap',
  amountLeftAfterFen: 9000,
};

const suspended = async ({ phone }: Stage): Promise<void> => {
  await phone.page.route(/\/api\/v1\/merchant\/stores$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { items: object[] };
    const suspension = { at: '2026-11-22T09:30:00+08:00', by: 'owner', reason: '设备坏了，正在修' };
    await route.fulfill({
      response,
      json: { ...body, items: body.items.map((one) => ({ ...one, suspension })) },
    });
  });
};

export const workspace: Scene[] = [
  ...reading({ who: 'clerk', until: '客人报数字，手动输入', reads: /^\/(me$|merchant)/, away: /连不上/ }),
  plain('not-clerk', 'member', '这个账号不是门店账号'),
  plain('sheet-type', 'clerk', '查这张券', { after: ({ phone }) => phone.tap('客人报数字，手动输入') }),
  plain('mistyped', 'clerk', /没有这张券|输错/, {
    after: ({ phone }) => typeCode(phone, '11112222'),
  }),
  plain('sheet-confirm', 'clerk', '核对后确认', { after: lookUpVoucher }),
  plain('sheet-plate', 'clerk', /请对一下车牌/, {
    before: lookUpWith({ plate: '鲁A7K315' }),
    after: lookUpVoucher,
  }),
  plain('sheet-again', 'clerk', '再核销一次', {
    before: lookUpWith({ recentUse: { at: '2026-11-22T14:05:00+08:00', storeName: '泉城车享家·环山路店' } }),
    after: lookUpVoucher,
  }),
  plain('sheet-fuel', 'clerk', /客人付 ¥330/, {
    async before(stage) {
      await lookUpWith(FUEL)(stage);
      await stage.phone.page.route(/\/api\/v1\/merchant\/quotes$/, (route) =>
        route.fulfill({ json: FUEL_QUOTE }),
      );
    },
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.type('这一单卖了多少钱', '360');
    },
  }),
  plain('sending', 'clerk', /已经发出 \d+ 秒/, {
    async before({ phone }) {
      await phone.page.route(/\/api\/v1\/merchant\/redemptions$/, async (route) => {
        if (route.request().method() === 'GET') await route.fallback();
      });
    },
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
    },
  }),
  plain('suspended', 'clerk', /暂停了本店核销/, { before: suspended }),
  plain('owner', 'owner', '结算单'),
  plain('sheet-undo', 'clerk', /为什么撤销/, {
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
      await stage.phone.tap('扫错了，撤销这一单');
      await stage.phone.tap('其他原因');
    },
  }),
  plain('unknown', 'clerk', '查询进度', {
    before: loseAnswerOf(/^\/merchant\/redemptions$/),
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
    },
  }),
  plain('unknown-reopened', 'clerk', '有一单待查', {
    before: loseAnswerOf(/^\/merchant\/redemptions$/),
    async after(stage) {
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
      await stage.phone.see('查询进度');
      await stage.phone.open(pagePath('merchant', 'workspace'));
    },
  }),
];

export const result: Scene[] = [
  plain('confirmed', 'clerk', '核销成功', {
    async after(stage) {
      await stage.phone.open(pagePath('merchant', 'workspace'));
      await lookUpVoucher(stage);
      await stage.phone.tap(/确认核销 1 次|再核销一次/);
    },
  }),
  plain('refused', 'clerk', /没有这张券|不能/, {
    async after({ phone }) {
      await phone.open(pagePath('merchant', 'workspace'));
      await typeCode(phone, '11112222');
    },
  }),
  plain('nothing', 'clerk', /./),
];

export const history: Scene[] = [
  ...reading({ who: 'owner', until: /单，?.*|没有核销/, reads: /^\/merchant/, away: /连不上/ }),
  plain('empty', 'owner', '昨天没有核销', { after: ({ phone }) => phone.tap('昨天') }),
  plain('other-day', 'owner', /看哪一天|核销/, { after: ({ phone }) => phone.tap('选日期') }),
  plain('not-clerk', 'member', '这个账号不是门店账号'),
];

export const settlements: Scene[] = [
  ...reading({ who: 'owner', until: '等您确认', reads: /^\/merchant/, away: /连不上/ }),
  plain('not-owner', 'clerk', /只有店主/),
];

/** From the list to the statement in this state. */
const statement =
  (state: RegExp) =>
  async ({ phone }: Stage): Promise<void> => {
    await phone.open(pagePath('merchant', 'settlements'));
    await phone.tap(state);
    await phone.see('合计');
  };

export const settlement: Scene[] = [
  ...reading({ who: 'owner', query: () => 'id=open', until: '合计', reads: /^\/merchant/, away: /连不上/ }),
  plain('closed', 'owner', /确认 ¥/, { after: statement(/等您确认/) }),
  plain('disputed', 'owner', '等答复', { after: statement(/异议待答复/) }),
  plain('paid', 'owner', /已付款/, { after: statement(/已付款/) }),
  plain('sheet-confirm', 'owner', '确认这张结算单？', {
    async after(stage) {
      await statement(/等您确认/)(stage);
      await stage.phone.tap(/^确认 ¥/);
    },
  }),
  plain('sheet-dispute', 'owner', '对这一笔有疑问？', {
    async after(stage) {
      await statement(/等您确认/)(stage);
      await stage.phone.tap(/有疑问/);
      await stage.phone.tap('金额不对');
    },
  }),
];

export const staff: Scene[] = [
  ...reading({ who: 'owner', until: '邀请店员', reads: /^\/(me$|merchant)/, away: /连不上/ }),
  plain('clerk', 'clerk', '登录着的设备'),
  plain('sheet-invite', 'owner', '发出邀请', { after: ({ phone }) => phone.tap('邀请店员') }),
  plain('sheet-person', 'owner', '移除这位店员', { after: ({ phone }) => phone.tap(/李婷.*139/) }),
  plain('sheet-device', 'owner', '让这台设备退出？', { after: ({ phone }) => phone.tap(/，网页/) }),
];

export const stores: Scene[] = [
  ...reading({ who: 'owner', until: '改营业时间', reads: /^\/(me$|merchant)/, away: /连不上/ }),
  plain('clerk', 'clerk', '开通的服务项目'),
  plain('suspended', 'owner', '恢复核销', { before: suspended }),
  plain('sheet-hours', 'owner', '保存营业时间', { after: ({ phone }) => phone.tap('改营业时间') }),
  plain('sheet-day', 'owner', '保存这一天', { after: ({ phone }) => phone.tap('加一天') }),
  plain('sheet-suspend', 'owner', '为什么暂停', { after: ({ phone }) => phone.tap('暂停核销') }),
];
