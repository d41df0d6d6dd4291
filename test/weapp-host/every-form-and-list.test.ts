import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { secondPhone, unverifiedMember } from '../../bff/systems/demo-people';
import { formsOfClaimsAndPolicies } from './forms-of-claims-and-policies';
import { type Host, startHost } from './host';
import { CONSENT, logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../..');
const dist = path.resolve(root, process.env.WEAPP_ROOT ?? 'dist/weapp');
const MEMBER = '13800000001';
const NEWCOMER = '13800000002';
const ELDER = '13800000003';
const CLERK = '13900000001';
const OWNER = '13900000002';

let product: Product;
const kept = new Map<string, Map<string, unknown>>();
const hosts: Host[] = [];

beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  const errors = hosts.flatMap((host) => host.errors);
  for (const host of hosts.splice(0).reverse()) host.close();
  expect(errors).toEqual([]);
});
afterAll(() => product.stop());

async function launch(storage?: Map<string, unknown>): Promise<Host> {
  const host = await startHost({ dist, apiBase: product.apiBase, storage });
  hosts.push(host);
  return host;
}

/** A person's phone; the first time they log in on it, later they still are. */
async function phoneOf(number: string): Promise<Host> {
  const host = await launch(kept.get(number));
  if (!kept.has(number)) await logInByCode(host, product, number);
  kept.set(number, host.storage);
  return host;
}

async function opened(number: string, url: string): Promise<Host> {
  const host = await phoneOf(number);
  // Whoever works at a counter is brought there at launch: a page opened before that would end up below it, and the counter is not opened
  // a second time while it is being drawn.
  if (number === CLERK || number === OWNER)
    await host.waitFor(() => host.route.includes('merchant/') && host.text() !== '', 'the counter at launch');
  if (host.route !== url.replace(/^\//, '')) await host.open(url);
  return host;
}

/** The digits below the code that the member shows now. */
async function shownDigits(title: string): Promise<string> {
  const member = await opened(MEMBER, page('vouchers', 'list'));
  await member.tap(title);
  await member.waitFor(() => /报这个数\s*\d{4} \d{4}/.test(member.text()), 'the digits of the voucher');
  return /报这个数\s*(\d{4} \d{4})/.exec(member.text())?.[1] ?? '';
}

/** What is filled in by hand in each of these files, in the bundle that WeChat runs. */
const forms: Record<string, () => Promise<void>> = {
  'account/pages/login/index.tsx': async () => {
    const host = await launch();
    await host.open(page('account', 'login'));
    await host.tap('微信手机号一键登录');
    await host.waitForText('请先看过并勾选下面的同意');
    await host.tap(CONSENT);
    await host.tap('先不登录，随便看看');
    await host.waitFor(() => !host.route.includes('/login/'), 'the way back without a login');
  },
  'account/phone-form.tsx': async () => {
    const host = await launch();
    await host.open(page('account', 'login'));
    await host.tap('输手机号登录');
    await host.waitForText('发送验证码');
    await host.input('手机号', MEMBER);
    await host.tap(CONSENT);
    await host.tap('发送验证码');
    await host.waitForText(`验证码已发到 ${MEMBER}`);
    const right = await product.latestCode(MEMBER);
    await host.input('验证码', right === '000000' ? '111111' : '000000');
    await host.tap('登录');
    await host.waitForText('验证码不对或已经过期');
    await host.input('验证码', right);
    await host.tap('登录');
    await host.waitFor(() => !host.route.includes('/login/'), 'the way back from the login');
  },
  'account/identity-form.tsx': async () => {
    const host = await opened(NEWCOMER, page('account', 'identity'));
    await host.waitForText('完善信息，查看保单');
    await host.input('姓名', '李雪梅');
    await host.input('身份证号', '370104199207083525');
    await host.tap('核验并绑定');
    await host.waitForText('再看一遍');
    await host.input('身份证号', '370104199207083524');
    await host.tap('我单独同意用姓名和证件号核验身份，找到名下的保单');
    await host.tap('核验并绑定');
    await host.waitForText('已核实是您本人');
  },
  'account/pages/me/index.tsx': async () => {
    const host = await opened(NEWCOMER, page('account', 'me'));
    await host.tap('大字版');
    await host.waitFor(() => host.page.innerHTML.includes('theme-elder'), 'large type');
    await host.tap('大字版');
    await host.waitFor(() => !host.page.innerHTML.includes('theme-elder'), 'the usual type');
  },
  'account/pages/consents/index.tsx': async () => {
    const host = await opened(NEWCOMER, page('account', 'consents'));
    await host.tap('实名核验');
    await host.waitForText('收回“实名核验”？');
    await host.tap('收回');
    await host.waitForText('已收回“实名核验”');
  },
  'account/step-up-field.tsx': async () => {
    const host = await opened(ELDER, page('account', 'export'));
    await host.tap('生成一份');
    await host.waitForText('验证码是 6 位数字');
    await host.tap('发送验证码');
    await host.waitForText('5 分钟内有效');
    await host.input('验证码', await product.latestCode(ELDER));
    await host.tap('生成一份');
    await host.waitForText('已经备好');
  },
  'vehicles/vehicle-form.tsx': async () => {
    const host = await opened(ELDER, page('vehicles', 'vehicles'));
    await host.tap('加一辆车');
    await host.input('车牌号', '鲁a-6c218');
    await host.input('车架号', 'LSVDEM600J2010009');
    await host.input('发动机号', 'EA211D0999');
    await host.tap('保存并查违章');
    await host.waitForText('要先勾选同意，才能查违章');
    await host.tap('我同意把车牌、车架号和发动机号发给交管数据源，只用来查这辆车的违章');
    await host.tap('保存并查违章');
    await host.waitForText('来源：');
    await host.waitForText('6C218');
  },
  'claims/report/car-step.tsx': async () => {
    const host = await opened(MEMBER, page('claims', 'report'));
    await host.tap('没有人受伤');
    await host.tap('不是这些车，填车牌号');
    await host.input('车牌号', '鲁A12');
    await host.tap('用这个车牌');
    await host.waitForText('车牌号不对');
    await host.input('车牌号', '鲁A55512');
    await host.tap('用这个车牌');
    await host.waitForText('发生了什么？');
  },
  /** Goes on with the draft of the step before, after a restart of the app. */
  'claims/report/confirm-step.tsx': async () => {
    const host = await opened(MEMBER, page('claims', 'report'));
    await host.tap('单方事故');
    await host.waitForText('鲁A·55512');
    await host.tap('别人');
    await host.input('联系电话', '1380');
    await host.tap('提交报案');
    await host.waitForText('请填驾驶人的姓名');
    await host.waitForText('请填 11 位手机号');
    await host.input('驾驶人姓名', '赵小川');
    await host.input('联系电话', MEMBER);
    await host.tap('补充对方的车和经过（可以不填）');
    await host.input('经过（可以不填）', '倒车时碰到护栏');
  },
  'claims/report/place-fields.tsx': async () => {
    const host = await opened(MEMBER, page('claims', 'report'));
    await host.waitForText('看一下，没错就提交');
    await host.input('地点', '历山路文化东路口');
    await host.tap('提交报案');
    await host.waitForText('报案收到了');
    await host.open(page('claims', 'list'));
    await host.waitForText('历山路文化东路口');
  },
  ...formsOfClaimsAndPolicies(opened),
  'vouchers/report-sheet.tsx': async () => {
    const host = await opened(MEMBER, page('vouchers', 'list'));
    await host.tap('道路救援 2 次');
    await host.tap('到店用不了？');
    await host.waitForText('先查清再还');
    await host.input('想说的（可以不填）', '打电话没有人接');
    await host.tap('提交，让我们来处理');
    await host.waitForText('工单号');
    await host.tap('知道了');
    await host.waitForText('您反映的问题');
  },
  'merchant/type-sheet.tsx': async () => {
    const clerk = await opened(CLERK, page('merchant', 'workspace'));
    await clerk.tap('客人报数字，手动输入');
    await clerk.input('8 位数字或兑换码', '1111 2222');
    await clerk.tap('查这张券');
    await clerk.waitForText('没有这张券');
    await clerk.waitForText('没有扣券');
  },
  'merchant/sale.tsx': async () => {
    const digits = await shownDigits('加油优惠');
    const clerk = await opened(CLERK, page('merchant', 'workspace'));
    await clerk.tap('客人报数字，手动输入');
    await clerk.input('8 位数字或兑换码', digits);
    await clerk.tap('查这张券');
    await clerk.waitForText('这一单卖了多少钱');
    await clerk.input('这一单卖了多少钱', '三百');
    await clerk.waitForText('请填金额');
    await clerk.input('这一单卖了多少钱', '300');
    await clerk.waitForText('客人付 ¥270.00');
    await clerk.tap('确认核销 1 次，客人付 ¥270.00');
    await clerk.waitForText('核销成功');
    await clerk.waitForText('¥270.00');
  },
  /** Of the sale of the step before. */
  'merchant/reason-field.tsx': async () => {
    const clerk = await opened(CLERK, page('merchant', 'workspace'));
    await clerk.tap('撤销');
    await clerk.waitForText('为什么撤销');
    await clerk.tap('其他原因');
    await clerk.input('写一句原因', '加错了油品');
    await clerk.tap(/撤销「[^」]+」/.exec(clerk.text())?.[0] ?? '');
    await clerk.waitForText('已撤销');
  },
  'merchant/confirm-settlement-sheet.tsx': async () => {
    const owner = await opened(OWNER, page('merchant', 'settlements'));
    await owner.tap('等您确认');
    await owner.waitForText('合计');
    await owner.tap(/确认 ¥[\d,.]+/.exec(owner.text())?.[0] ?? '');
    await owner.waitForText('确认这张结算单？');
    await owner.input('发票号码（可以以后再给）', '12');
    await owner.waitForText('发票号码是 6–30 位数字、字母或横线');
    await owner.input('发票号码（可以以后再给）', '');
    await owner.tap(/确认无误 ¥[\d,.]+/.exec(owner.text())?.[0] ?? '');
    await owner.waitForText('给了发票号码才会付款');
  },
  /** Of the statement of the step before. */
  'merchant/invoice-sheet.tsx': async () => {
    const owner = await opened(OWNER, page('merchant', 'settlements'));
    await owner.tap('已确认');
    await owner.tap('填发票号码');
    await owner.input('这张结算单的发票号码', '26370000000000000001');
    await owner.tap('保存发票号码');
    await owner.waitForText('等付款');
  },
  'merchant/invite-sheet.tsx': async () => {
    const owner = await opened(OWNER, page('merchant', 'staff'));
    await owner.tap('邀请店员');
    await owner.input('手机号', '13900000009');
    await owner.input('姓名', '王小路');
    await owner.tap('泉城车享家·环山路店');
    await owner.tap('发出邀请');
    await owner.waitForText('还没登录过');
  },
  /** The person of the step before. */
  'merchant/clerk-sheet.tsx': async () => {
    const owner = await opened(OWNER, page('merchant', 'staff'));
    await owner.waitForText('王小路');
    // The list is read again as the page opens, and a row drawn anew loses the finger on the old one: then one taps again, as a person does.
    await owner.tap('王小路');
    const sheet = await owner.waitForText('手机丢了，王小路的设备全部退出').then(
      () => true,
      () => false,
    );
    if (!sheet) await owner.tap('王小路');
    await owner.input('姓名', '王路');
    await owner.tap('店长');
    await owner.tap('保存');
    await owner.waitForText('王路');
  },
  'merchant/day-sheet.tsx': async () => {
    const owner = await opened(OWNER, page('merchant', 'stores'));
    await owner.tap('加一天');
    await owner.input('原因', '盘点一天');
    await owner.tap('保存这一天');
    await owner.waitForText('盘点一天');
  },
  /** Last, because it ends the newcomer's sessions: her ID, bound above, is asked for from her other phone. */
  'account/merge-card.tsx': async () => {
    const host = await opened(secondPhone, page('account', 'identity'));
    await host.waitForText('完善信息，查看保单');
    await host.input('姓名', unverifiedMember.name);
    await host.input('身份证号', unverifiedMember.idNumber);
    await host.tap('我单独同意用姓名和证件号核验身份，找到名下的保单');
    await host.tap('核验并绑定');
    await host.waitForText('这个证件在您另一个号码的账号里');
    await host.tap('合并两个账号');
    await host.waitForText('验证码是 6 位数字');
    await host.tap('发送验证码');
    await host.waitForText('已发到 138****0002');
    // That one is called otherwise now: the same words are those of the other phone.
    await host.tap('发送验证码');
    await host.waitForText('已发到 138****0052');
    await host.input('本号码 138****0052 的验证码', await product.latestCode(secondPhone));
    await host.input('另一个号码 138****0002 的验证码', await product.latestCode(NEWCOMER));
    await host.tap('合并两个账号');
    await host.waitForText('已核实是您本人');
  },
};

interface List {
  who: string;
  url: string;
  /** Said by its rows. */
  words: string[];
}

/** Each list of the server, and the screen that shows its rows. */
const lists: Record<string, List> = {
  '/policies': { who: MEMBER, url: page('policies', 'list'), words: ['机动车商业保险', 'DEMO-'] },
  '/policies/records': {
    who: MEMBER,
    url: `${page('policies', 'services')}?id=pol_demo_fuel_sy`,
    words: ['办理记录', '修改联系方式'],
  },
  '/claims': { who: MEMBER, url: page('claims', 'list'), words: ['办完的', '单方事故'] },
  '/vehicles': { who: MEMBER, url: page('vehicles', 'vehicles'), words: ['鲁A·7K315', '鲁A·D52816'] },
  '/vehicles/:id/violations': {
    who: MEMBER,
    url: page('vehicles', 'violations'),
    words: ['查到 3 条', '驾驶机动车违反'],
  },
  '/gifts': { who: MEMBER, url: page('gifts', 'list'), words: ['车主关怀礼包', '领过的和过期的'] },
  '/orders': { who: MEMBER, url: page('gifts', 'orders'), words: ['积分兑换：普通洗车'] },
  '/vouchers': { who: MEMBER, url: page('vouchers', 'list'), words: ['道路救援 2 次', '剩 2 次，共 2 次'] },
  '/points/entries': { who: MEMBER, url: page('points', 'points'), words: ['冬季行车安全答题', '余 '] },
  // Its rows are seen in `journey.test.ts`, where a friend comes by a card.
  '/referral/friends': {
    who: MEMBER,
    url: page('referral', 'invite'),
    words: ['从我的链接来的朋友', '还没有朋友从您的链接来'],
  },
  '/mall/items': { who: MEMBER, url: page('mall', 'list'), words: ['可用积分', ' 积分', '普通洗车'] },
  '/services': { who: MEMBER, url: page('life', 'service'), words: ['普通洗车', '不包含', '怎么得到'] },
  '/transfers': { who: MEMBER, url: page('transfers', 'list'), words: ['我送出的', '转赠一张券'] },
  // Its rows are seen where one is made, in the form of `vouchers/report-sheet.tsx` above.
  '/vouchers/:id/reports': { who: MEMBER, url: page('vouchers', 'list'), words: ['道路救援 2 次'] },
  '/stores': { who: MEMBER, url: page('stores', 'stores'), words: ['泉城车享家', '营业'] },
  '/me/consents': { who: MEMBER, url: page('account', 'consents'), words: ['用户协议', '全部记录（回执）'] },
  '/me/access-records': { who: MEMBER, url: page('account', 'access'), words: ['为什么：', '看到：'] },
  '/merchant/redemptions': {
    who: CLERK,
    url: page('merchant', 'history'),
    words: ['加油优惠', '已撤销', '应结'],
  },
  '/merchant/stores': {
    who: CLERK,
    url: page('merchant', 'stores'),
    words: ['泉城车享家·环山路店', '普通洗车，每次'],
  },
  '/merchant/settlements': {
    who: OWNER,
    url: page('merchant', 'settlements'),
    words: ['还没结束', '异议待答复', '已付款'],
  },
  '/merchant/clerks': { who: OWNER, url: page('merchant', 'staff'), words: ['陈志远', '李婷'] },
  '/merchant/devices': { who: OWNER, url: page('merchant', 'staff'), words: ['正在用的这台'] },
};

const features = path.join(root, 'client/features');
const sources = (ending: string): string[] =>
  readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
const textOf = (file: string) => readFileSync(path.join(features, file), 'utf8');

describe('every form in the WeChat bundle', () => {
  it.each(Object.entries(forms))('%s', (_file, fill) => fill());

  it('is filled in above: no file with a field, a box or a switch is left out', () => {
    const withInput = sources('.tsx').filter((file) =>
      /from '@\/ui\/(field|agreement|toggle)'/.test(textOf(file)),
    );
    expect(withInput.filter((file) => !(file in forms))).toEqual([]);
  });
});

describe('every list in the WeChat bundle', () => {
  it.each(Object.entries(lists))('%s', async (_path, { who, url, words }) => {
    const host = await opened(who, url);
    for (const one of words) await host.waitForText(one);
  });

  it('is shown above: no list that the client reads is left out', () => {
    const read = sources('api.ts').flatMap((file) =>
      [...textOf(file).matchAll(/get\(\s*['`]([^'`]+)['`],\s*\w+List\b/g)].map((match) => match[1] ?? ''),
    );
    expect(read.length).toBeGreaterThan(8);
    const asPattern = (address: string) => address.replace(/\$\{[^}]+\}/g, ':id');
    expect(read.map(asPattern).filter((address) => !(address in lists))).toEqual([]);
  });
});

it('every tab of the bundle shows the person something of their own', async () => {
  const { tabBar } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    tabBar: { list: { pagePath: string; text: string }[] };
  };
  const own: Record<string, string> = {
    首页: '张可用',
    保单: '鲁A·7K315',
    车生活: '可用积分',
    我的: '138****0001',
  };
  expect(tabBar.list.map(({ text }) => text)).toEqual(Object.keys(own));
  const host = await phoneOf(MEMBER);
  for (const { text, pagePath } of [...tabBar.list].reverse()) {
    await host.tap(text);
    await host.waitFor(() => host.route === pagePath, `the tab ${text}`);
    await host.waitForText(own[text] ?? '');
    // That is the browser's to offer: WeChat keeps its mini-programs itself.
    expect(host.text()).not.toContain('添加到桌面');
  }
});
