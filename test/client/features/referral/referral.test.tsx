import { fireEvent, screen, waitFor } from '@testing-library/react';
import LoginPage from '@/features/account/pages/login';
import InvitePage from '@/features/referral/pages/invite';
import InvitedPage from '@/features/referral/pages/invited';
import { keepInvitation, keptInvitation } from '@/platform/invitation';
import { writeStored } from '@/platform/storage';
import type { Friend, Referral, ReferralTerms } from '../../../../bff/features/referral/contract';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { session } from '../account/account-fixtures';

const server = useScriptedServer();
const CODE = '7K2M9Q4X1ABC';
const DAY_MS = 86_400_000;

const rule = { version: 2, limit: '每位朋友一次，每年最多 10 位', validity: '到账后 365 天内有效' };
const terms: ReferralTerms = {
  inviter: {
    ...rule,
    code: 'referral',
    title: '推荐有礼',
    explanation: '朋友注册并核验。',
    points: 300,
    mostAYear: 10,
  },
  newcomer: { ...rule, code: 'identity', title: '完善实名信息', explanation: '送 500 积分。', points: 500 },
};
const own = (part: Partial<Referral> = {}): Referral => ({
  code: null,
  terms,
  identityVerified: true,
  friends: 0,
  paidFriends: 0,
  paidPoints: 0,
  paidThisYear: 0,
  asOf: '2026-11-22T14:05:00+08:00',
  ...part,
});
const friend = (part: Partial<Friend> = {}): Friend => ({
  id: 'ref_1',
  phoneTail: '4312',
  state: 'registered',
  registeredAt: '2026-11-20T09:30:00+08:00',
  settledAt: null,
  points: null,
  ...part,
});
const friends = (items: Friend[]) => ({ body: { items, nextCursor: null } });

describe('推荐有礼', () => {
  const OWN = 'GET /referral';
  const FRIENDS = 'GET /referral/friends';

  it('says what both get, how often and who sends what, before there is a link', async () => {
    signIn();
    server().once(OWN, { body: own({ paidThisYear: 3 }) });
    server().once(FRIENDS, friends([]));
    renderPage(<InvitePage />);
    await screen.findByText('500 积分，新会员实名都有');
    expect(screen.getByText('每位朋友 300 积分')).toBeTruthy();
    expect(screen.getByText('7 位（一年最多 10 位）')).toBeTruthy();
    expect(screen.getByText('您自己发，我们不发消息')).toBeTruthy();
    await screen.findByText('还没有朋友从您的链接来');
    expect(screen.queryByText('去实名核验')).toBeNull();
  });

  it('makes the link at a tap, and not before', async () => {
    signIn();
    server().once(OWN, { body: own() });
    server().once(FRIENDS, friends([]));
    renderPage(<InvitePage />);
    const make = await screen.findByText('生成我的邀请链接');
    server().once('POST /referral/code', { status: 201, body: { code: CODE } });
    server().once(OWN, { body: own({ code: CODE }) });
    fireEvent.click(make);
    await screen.findByText('我的邀请链接');
    expect(screen.queryByText('生成我的邀请链接')).toBeNull();
  });

  it('stays where it is when no link could be made', async () => {
    signIn();
    server().once(OWN, { body: own() });
    server().once(FRIENDS, friends([]));
    renderPage(<InvitePage />);
    server().once('POST /referral/code', { status: 500, body: { code: 'INTERNAL', detail: 'x' } });
    fireEvent.click(await screen.findByText('生成我的邀请链接'));
    await screen.findByText(/没有生成，再点一次就行/);
  });

  it.each([
    [friend(), '尾号 4312 的车主', '已注册'],
    [friend({ phoneTail: null }), '一位还没绑定手机号的车主', '已注册'],
    [
      friend({ state: 'paid', settledAt: '2026-11-21T10:00:00+08:00', points: 300 }),
      /\+300 积分/,
      '已核验·积分到账',
    ],
    [friend({ state: 'waiting' }), '尾号 4312 的车主', '已核验·等您实名'],
    [friend({ state: 'notCounted', settledAt: '2026-11-21T10:00:00+08:00' }), /以前就是会员/, '不计积分'],
    [friend({ state: 'gone', phoneTail: null }), '一位已注销的车主', '已注销'],
  ])('shows a friend as one who may be known by four digits and a state: %#', async (one, words, state) => {
    signIn();
    server().once(OWN, { body: own({ code: CODE, friends: 1 }) });
    server().once(FRIENDS, friends([one]));
    renderPage(<InvitePage />);
    await screen.findByText(words);
    expect(screen.getByText(state)).toBeTruthy();
  });

  it('tells a member without a verified identity why nothing comes yet', async () => {
    signIn();
    server().once(OWN, { body: own({ code: CODE, identityVerified: false }) });
    server().once(FRIENDS, friends([]));
    renderPage(<InvitePage />);
    fireEvent.click(await screen.findByText('去实名核验'));
    expect(phone.navigation.at(-1)?.url).toContain('pages/identity/index');
  });

  it('promises nothing while no rule runs', async () => {
    signIn();
    server().once(OWN, { body: own({ code: CODE, terms: { inviter: null, newcomer: null } }) });
    server().once(FRIENDS, friends([]));
    renderPage(<InvitePage />);
    await screen.findByText('现在没有推荐活动');
    expect(screen.queryByText('我的邀请链接')).toBeNull();
  });
});

describe('a friend’s link', () => {
  const open = (ref: string | undefined) => renderPage(<InvitedPage />, ref === undefined ? {} : { ref });

  it('says what it brings whom and who sees what, and is kept until the login', async () => {
    server().once('GET /referral/terms', { body: terms });
    open(CODE);
    await screen.findByText('300 积分，您完成实名核验后到账');
    expect(screen.getByText('500 积分，完成实名核验后到账')).toBeTruthy();
    expect(screen.getByText('只有您的手机尾号、是否实名')).toBeTruthy();
    expect(keptInvitation()).toBe(CODE);
    fireEvent.click(screen.getByText('登录或注册'));
    expect(phone.navigation.at(-1)?.url).toContain('pages/login/index');
  });

  it('is forgotten by who would rather come alone', async () => {
    server().once('GET /referral/terms', { body: terms });
    open(CODE);
    fireEvent.click(await screen.findByText('不要邀请，自己注册'));
    await waitFor(() => expect(keptInvitation()).toBeUndefined());
    expect(phone.navigation.at(-1)?.url).toContain('pages/login/index');
  });

  it.each([undefined, 'short', CODE.toLowerCase(), `${CODE}${CODE}`])('that is %s is none', async (ref) => {
    server().always('GET /referral/terms', { body: terms });
    open(ref);
    await screen.findByText('这个链接不完整');
    expect(keptInvitation()).toBeUndefined();
  });

  it('is nothing for somebody who is a member', async () => {
    signIn();
    server().always('GET /referral/terms', { body: terms });
    open(CODE);
    await screen.findByText('您已经是会员了');
    expect(keptInvitation()).toBeUndefined();
  });
});

describe('what is kept of a link', () => {
  const SESSIONS = 'POST /auth/sms-sessions';
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  const logIn = async () => {
    server().once(SESSIONS, { status: 201, body: session() });
    server().always('POST /me/consents', { status: 500, body: { code: 'INTERNAL', detail: 'x' } });
    renderPage(<LoginPage />);
    fireEvent.click(screen.getByRole('checkbox'));
    type('手机号', '13800000001');
    type('验证码', '123456');
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(phone.navigation.at(-1)?.how).toBe('navigateBack'));
    return server().requestsTo(SESSIONS)[0]?.body;
  };

  it('goes with the first login and is over then', async () => {
    keepInvitation(CODE);
    expect(await logIn()).toMatchObject({ phone: '13800000001', ref: CODE });
    expect(keptInvitation()).toBeUndefined();
  });

  it('is over after a month', async () => {
    writeStored('invitation', { code: CODE, at: Date.now() - 30 * DAY_MS });
    expect(keptInvitation()).toBeUndefined();
    expect(await logIn()).not.toHaveProperty('ref');
    writeStored('invitation', { code: CODE, at: Date.now() - 29 * DAY_MS });
    expect(keptInvitation()).toBe(CODE);
  });

  it.each(['nonsense', { code: 7, at: 1 }, { code: CODE }, [CODE]])('is nothing where %j lies', (stored) => {
    writeStored('invitation', stored);
    expect(keptInvitation()).toBeUndefined();
  });
});
