import { fireEvent, screen, waitFor } from '@testing-library/react';
import { hasSession } from '@/api/session';
import MePage from '@/features/account/pages/me';
import AccessPage from '@/features/account/pages/access';
import ConsentsPage from '@/features/account/pages/consents';
import DeletionPage from '@/features/account/pages/deletion';
import ExportPage from '@/features/account/pages/export';
import { latestConsents } from '@/features/account/latest-consents';
import { readStored, writeStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { account, consent, home } from './account-fixtures';

const server = useScriptedServer();

const record = {
  id: 'seen-1',
  at: new Date().toISOString(),
  viewer: { role: 'surveyor', nameMasked: '王*', place: '查勘员' },
  action: 'claimContacted',
  fields: ['contactPhone', 'place'],
};
const leaving = { deletion: null, waitDays: 7, openClaims: 1, vouchers: 3, points: 3260 };

function privacyRowsAnswer(over: object = {}): void {
  server()
    .always('GET /me/access-records', { body: { items: [record], nextCursor: null } })
    .always('GET /me/consents', { body: { items: [consent('terms', true, 5)], nextCursor: null } })
    .always('GET /me/deletion', { body: { ...leaving, ...over } });
}

function openMe(over: object = {}): void {
  signIn();
  server()
    .always('GET /me', { body: account(over) })
    .always('GET /home', { body: home() })
    .always('GET /vehicles', { body: { items: [], nextCursor: null } });
  privacyRowsAnswer();
  renderPage(<MePage />);
}

describe('我的', () => {
  it('shows the person as the server masks them', async () => {
    openMe();
    expect(await screen.findByText('张*')).toBeTruthy();
    expect(screen.getByText('138****0001')).toBeTruthy();
    expect(screen.getByText('高级会员')).toBeTruthy();
    expect(await screen.findByText('3,260')).toBeTruthy();
    expect(screen.queryByText('切换到商户工作台')).toBeNull();
  });

  it('shows a dash, never a zero, for what is not known', async () => {
    signIn();
    const away = { value: null, unavailable: true };
    server()
      .always('GET /me', { body: account() })
      .always('GET /home', { body: home({ vouchers: away, points: away }) })
      .always('GET /vehicles', { status: 503, body: { code: 'UPSTREAM_AWAY', detail: 'x' } });
    privacyRowsAnswer();
    renderPage(<MePage />);
    await waitFor(() => expect(screen.getAllByText('–')).toHaveLength(3));
    expect(screen.queryByText('0')).toBeNull();
  });

  it('lets a clerk switch to the counter', async () => {
    openMe({ roles: ['clerk'], stores: [{ id: 's1', name: '历下店', merchantName: '净驰洗车' }] });
    fireEvent.click(await screen.findByText('切换到商户工作台'));
    expect(phone.navigation.at(-1)?.url).toContain('merchant/pages/workspace');
  });

  it('makes the type large at once and keeps it for the account', async () => {
    openMe();
    server().once('PATCH /me/preferences', { body: account() });
    await screen.findByText('张*');
    fireEvent.click(screen.getByLabelText('大字版'));
    expect(document.querySelector('.theme-elder')).toBeTruthy();
    await waitFor(() =>
      expect(server().requestsTo('PATCH /me/preferences')[0]?.body).toEqual({ elder: true }),
    );
  });

  it('asks before it logs out, and takes the drafts away', async () => {
    openMe();
    server().once('DELETE /auth/session', { status: 204 });
    writeStored('draft:claim-report', { injured: false });
    await screen.findByText('张*');
    fireEvent.click(screen.getByText('退出登录'));
    expect(await screen.findByText('退出登录？')).toBeTruthy();
    expect(hasSession()).toBe(true);
    fireEvent.click(screen.getAllByText('退出登录').at(-1) as HTMLElement);
    await waitFor(() => expect(hasSession()).toBe(false));
    expect(readStored('draft:claim-report')).toBeUndefined();
  });

  it('is of use to a visitor too', () => {
    renderPage(<MePage />);
    expect(screen.getByText('还没有登录')).toBeTruthy();
    expect(screen.getByText('大字版')).toBeTruthy();
  });
});

describe('the privacy centre', () => {
  const LIST = 'GET /me/consents';
  const POST = 'POST /me/consents';

  it('shows what holds: the latest of each purpose', () => {
    const records = [consent('location', false, 1), consent('terms', true, 5), consent('location', true, 9)];
    expect(latestConsents(records).map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ['terms', true],
      ['location', false],
    ]);
  });

  it('says what stops, takes a consent back, and says how to undo it', async () => {
    signIn();
    const records = [consent('terms', true, 5), consent('photos', true, 5)];
    server()
      .once(LIST, { body: { items: records, nextCursor: null } })
      .once(POST, { status: 201, body: consent('photos', false, 0) })
      .once(LIST, { body: { items: [consent('photos', false, 0), ...records], nextCursor: null } });
    renderPage(<ConsentsPage />);
    fireEvent.click(await screen.findByLabelText('事故照片'));
    expect(await screen.findByText(/已经交的照片留在理赔档案里/)).toBeTruthy();
    expect(server().requestsTo(POST)).toHaveLength(0);
    fireEvent.click(screen.getByText('收回'));
    expect(await screen.findByText('已收回“事故照片”')).toBeTruthy();
    expect(server().requestsTo(POST)[0]?.body).toMatchObject({
      purpose: 'photos',
      granted: false,
      how: 'switch',
    });
  });

  it('says that without the terms there is no login, before it takes them back', async () => {
    signIn();
    server().always(LIST, { body: { items: [consent('terms', true, 5)], nextCursor: null } });
    renderPage(<ConsentsPage />);
    fireEvent.click(await screen.findByLabelText('用户协议'));
    expect(await screen.findByText('收回“用户协议”？')).toBeTruthy();
    expect(server().requestsTo(POST)).toHaveLength(0);
    server().once(POST, { status: 201, body: consent('terms', false, 0) });
    server().once('DELETE /auth/session', { status: 204 });
    fireEvent.click(screen.getByText('收回并退出登录'));
    await waitFor(() => expect(hasSession()).toBe(false));
  });

  it('shows the receipt: the words that were read, by which control', async () => {
    signIn();
    const receipt = {
      ...consent('location', true, 3),
      wording: '只在您点的这一刻读一次',
      how: 'sheet',
      client: 'app',
    };
    server().always(LIST, { body: { items: [receipt], nextCursor: null } });
    renderPage(<ConsentsPage />);
    fireEvent.click(await screen.findByText('同意 位置'));
    expect(await screen.findByText('只在您点的这一刻读一次')).toBeTruthy();
    expect(screen.getByText('在弹出的询问里点同意')).toBeTruthy();
    expect(screen.getByText('微信小程序')).toBeTruthy();
  });

  it('says who saw what, when and why', async () => {
    signIn();
    server().always('GET /me/access-records', { body: { items: [record], nextCursor: null } });
    renderPage(<AccessPage />);
    expect(await screen.findByText('查勘员 王*，看了报案电话，联系您')).toBeTruthy();
    expect(screen.getByText('看到：报案时留的电话、出险地点')).toBeTruthy();
    expect(screen.getByText(/为什么：/)).toBeTruthy();
  });

  it('says when it cannot know, instead of that nobody looked', async () => {
    signIn();
    server().always('GET /me/access-records', { body: { items: [], nextCursor: null, incomplete: true } });
    renderPage(<AccessPage />);
    expect(await screen.findByText(/理赔系统暂时查不到/)).toBeTruthy();
    expect(screen.queryByText('还没有别人看过')).toBeNull();
  });

  it('makes a copy only with a code, and asks for none that cannot be one', async () => {
    signIn();
    server()
      .always('GET /me/exports/latest', { body: { export: null } })
      .once('POST /me/step-ups', {
        status: 202,
        body: { phoneMasked: '138****0001', retryAfterSeconds: 12 },
      });
    renderPage(<ExportPage />);
    fireEvent.click(await screen.findByText('发送验证码'));
    expect(await screen.findByText(/已发到 138\*\*\*\*0001/)).toBeTruthy();
    fireEvent.click(screen.getByText('生成一份'));
    expect(await screen.findByText('验证码是 6 位数字')).toBeTruthy();
    expect(server().requestsTo('POST /me/exports')).toHaveLength(0);
  });

  it('says what deleting the account costs', async () => {
    signIn();
    server().once('GET /me/deletion', { body: { ...leaving, points: null } });
    renderPage(<DeletionPage />);
    expect(await screen.findByText('没用的券 3 张')).toBeTruthy();
    expect(screen.getByText('正在办的理赔 1 件')).toBeTruthy();
    expect(screen.getByText('积分 暂时查不到')).toBeTruthy();
  });

  it('says nothing of claims to whoever has none under way', async () => {
    signIn();
    server().once('GET /me/deletion', { body: { ...leaving, openClaims: 0 } });
    renderPage(<DeletionPage />);
    expect(await screen.findByText('没用的券 3 张')).toBeTruthy();
    expect(screen.queryByText(/正在办的理赔/)).toBeNull();
  });

  it('lets a waiting deletion be called off', async () => {
    signIn();
    const now = Date.now();
    const deletion = {
      id: 'del-1',
      requestedAt: new Date(now).toISOString(),
      dueAt: new Date(now + 7 * 86_400_000).toISOString(),
    };
    server()
      .once('GET /me/deletion', { body: { ...leaving, deletion } })
      .once('DELETE /me/deletion', { status: 204 })
      .once('GET /me/deletion', { body: leaving });
    renderPage(<DeletionPage />);
    fireEvent.click(await screen.findByText('撤回，保留账号'));
    expect(await screen.findByText('已撤回，账号照常使用')).toBeTruthy();
    expect(await screen.findByText('确认删除账号')).toBeTruthy();
  });
});
