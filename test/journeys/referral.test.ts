import { secondPhone, unverifiedMember, verifiedMember } from '../../bff/systems/demo-people';
import type { Caller } from '../bff/features/caller';
import { fillLogin, pagePath } from './support/sign-in';
import { useWorld } from './support/world';

const CONSENT = '我单独同意用姓名和证件号核验身份，找到名下的保单';
const PATIENCE_MS = 90_000;
const world = useWorld();

/** The club decides behind the answer. */
async function untilPaid(inviter: Caller): Promise<void> {
  for (const endsAt = Date.now() + PATIENCE_MS; Date.now() < endsAt;) {
    const { body } = await inviter.get<{ paidFriends: number }>('/referral');
    if (body.paidFriends === 1) return;
    await world().stack.pool.query('select pg_sleep(0.2)');
  }
  throw new Error('nothing was paid');
}

it('a member sends a link, a friend comes by it, is verified, and the points and the friend are in the list', async () => {
  const { person, visitor, stack, behind } = world();
  const inviter = await person(verifiedMember.phone);
  await inviter.open(pagePath('points', 'earn'));
  await inviter.tap('邀请朋友');
  await inviter.see('还没有朋友从您的链接来');
  await inviter.tap('生成我的邀请链接');
  await inviter.see('我的邀请链接');
  await inviter.see('复制链接');
  const server = await behind(verifiedMember.phone);
  const { code } = (await server.get<{ code: string }>('/referral')).body;
  const before = (await server.get<{ balance: number }>('/points')).body.balance;

  const friend = await visitor();
  await friend.open(`${pagePath('referral', 'invited')}?ref=${code}`);
  await friend.see('300 积分，您完成实名核验后到账');
  // The link survives that the page is closed: the login comes from somewhere else.
  await friend.open('/');
  await friend.see('登录');
  await friend.open(pagePath('account', 'login'));
  await fillLogin(friend, stack, secondPhone);
  await friend.page.waitForURL((url) => !url.pathname.includes('/login/'));
  await inviter.open(pagePath('referral', 'invite'));
  await inviter.see(`尾号 ${secondPhone.slice(-4)} 的车主`);
  await inviter.see('已注册');

  await friend.open(pagePath('account', 'identity'));
  await friend.type('姓名', unverifiedMember.name);
  await friend.type('身份证号', unverifiedMember.idNumber);
  await friend.tap(CONSENT);
  await friend.tap('核验并绑定');
  await friend.see('已核实是您本人');

  await untilPaid(server);
  await inviter.open(pagePath('referral', 'invite'));
  await inviter.see('已核验·积分到账');
  await inviter.open(pagePath('points', 'points'));
  await inviter.see((before + 300).toLocaleString('en-US'));
  await inviter.see('推荐有礼：一位朋友完成了实名核验');
});

it('who comes by a link and logs in there is told what comes next', async () => {
  const { visitor, stack, behind } = world();
  const server = await behind(verifiedMember.phone);
  const { code } = (await server.post<{ code: string }>('/referral/code')).body;
  const friend = await visitor();
  await friend.open(`${pagePath('referral', 'invited')}?ref=${code}`);
  await friend.tap('登录或注册');
  await fillLogin(friend, stack, '13800000077');
  await friend.see('登录好了');
  await friend.tap('去实名核验');
  await friend.see('身份证号');
});
