import type { Phone } from './support/phone';
import { pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
const AGE = /截至今天 \d\d:\d\d/;
const NO_NETWORK = '现在没有网络';
const world = useWorld();

interface List<Item> {
  items: Item[];
}

/** The web build comes from its service worker once that has taken over: only then can a tab be opened without network. */
async function untilTheShellIsKept(phone: Phone): Promise<void> {
  await phone.page.waitForFunction(
    async () => {
      const { active } = await navigator.serviceWorker.ready;
      return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
    },
    undefined,
    { timeout: 60_000 },
  );
}

const keptAnswers = (phone: Phone, part: string) =>
  phone.page.waitForFunction(
    (wanted) => Object.keys(localStorage).some((key) => key.startsWith('club:kept:') && key.includes(wanted)),
    part,
  );

/** Everything the phone remembers, as somebody who takes it apart would find it. */
const remembered = (phone: Phone): Promise<string> =>
  phone.page.evaluate(() => JSON.stringify({ ...localStorage }));

it('opened again without network, each screen shows what was last known, with its age and without an error', async () => {
  const { person, behind } = world();
  const phone = await person(MEMBER, { serviceWorkers: 'allow' });
  const member = await behind(MEMBER);
  const [policy] = (await member.get<List<{ id: string; policyNo: string }>>('/policies')).body.items;
  const visits = [
    { path: '/', words: '出险报案', kept: '["home"]' },
    { path: pagePath('policies', 'list'), words: /商业/, kept: '["policies"]' },
    {
      path: `${pagePath('policies', 'detail')}?id=${policy?.id ?? ''}`,
      words: /保什么/,
      kept: policy?.id ?? '',
    },
    { path: pagePath('claims', 'list'), words: /鲁A/, kept: '["claims"]' },
    { path: pagePath('vouchers', 'list'), words: /洗车/, kept: '["vouchers","active"]' },
    { path: pagePath('gifts', 'list'), words: /礼包/, kept: '["gifts"]' },
    { path: pagePath('points', 'points'), words: /可用/, kept: '["points"]' },
    { path: pagePath('vehicles', 'violations'), words: /来源：/, kept: 'violations' },
  ];
  for (const { path, words, kept } of visits) {
    await phone.open(path);
    await phone.see(words);
    await keptAnswers(phone, kept);
  }
  await untilTheShellIsKept(phone);
  await phone.context.setOffline(true);
  for (const { path, words } of visits) {
    await phone.open(path);
    await phone.see(words);
    await phone.see(AGE);
    await phone.see(NO_NETWORK);
    expect(await phone.text()).not.toMatch(/没有连上网络|出错|再试一次/);
  }
  await phone.context.setOffline(false);
  await phone.seeNoMore(AGE);
  await phone.seeNoMore(NO_NETWORK);
});

it('what is done without network is seen, can be called off, and arrives exactly once', async () => {
  const { person, behind } = world();
  const phone = await person(MEMBER, { serviceWorkers: 'allow' });
  const member = await behind(MEMBER);
  const [gift] = (
    await member.get<List<{ id: string; state: string }>>('/gifts?limit=100')
  ).body.items.filter(({ state }) => state === 'offered');
  const vouchers = async () => (await member.get<List<unknown>>('/vouchers?limit=100')).body.items.length;
  const elder = async () =>
    (await member.get<{ preferences: { elder: boolean } }>('/me')).body.preferences.elder;
  const before = await vouchers();
  const claims: string[] = [];
  phone.page.on('request', (request) => {
    if (/\/gifts\/[^/]+\/claim$/.test(request.url())) claims.push(request.headers()['idempotency-key'] ?? '');
  });

  await phone.open(pagePath('account', 'me'));
  await keptAnswers(phone, '["me"]');
  await phone.open(`${pagePath('gifts', 'detail')}?id=${gift?.id ?? ''}`);
  await phone.see('领取礼包');
  await phone.open(pagePath('outbox', 'list'));
  await phone.see('没有等着发的');
  await untilTheShellIsKept(phone);
  await phone.context.setOffline(true);

  await phone.open(`${pagePath('gifts', 'detail')}?id=${gift?.id ?? ''}`);
  await phone.tap('领取礼包');
  await phone.see('已放进“待发送”');
  await phone.open(pagePath('account', 'me'));
  await phone.tap('大字版');
  await phone.tap('待发送 2 件');
  await phone.see('显示设置');
  await phone.see(/领取“/);
  await phone.tap(/不发了：显示设置/);
  await phone.seeNoMore('大字版：打开');

  await phone.context.setOffline(false);
  await phone.see('已办好');
  expect(await vouchers()).toBeGreaterThan(before);
  expect(await elder()).toBe(false);
  expect(new Set(claims).size).toBe(1);
  await phone.open(pagePath('gifts', 'orders'));
  const orders = (await member.get<List<{ kind: string }>>('/orders?limit=100')).body.items;
  await phone.reload();
  await phone.see(/剩 \d/);
  expect((await member.get<List<unknown>>('/orders?limit=100')).body.items).toHaveLength(orders.length);
});

it('a code for the counter is not kept, and nothing is left after logging out', async () => {
  const phone = await world().person(MEMBER);
  await phone.open(pagePath('vouchers', 'list'));
  await phone.tap(/普通洗车/);
  await phone.see('扫不了？报这个数');
  const digits = (await phone.readAfter('扫不了？报这个数', /\d{4} \d{4}/)).replace(' ', '');
  await keptAnswers(phone, '["voucher"');
  expect(await remembered(phone)).not.toContain(digits);
  await phone.open(pagePath('account', 'me'));
  await keptAnswers(phone, '["me"]');
  expect(await remembered(phone)).toContain('club:kept:');
  await phone.tap('退出登录');
  await phone.see('退出登录？');
  await phone.page.getByRole('button', { name: '退出登录', exact: true }).last().tap();
  await phone.see('登录后，这里是您的');
  const left = Object.keys(JSON.parse(await remembered(phone)) as object);
  expect(left.filter((key) => /kept|waiting|draft|pending|account/.test(key))).toEqual([]);
});
