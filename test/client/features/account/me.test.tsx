import { fireEvent, screen, waitFor } from '@testing-library/react';
import { hasSession } from '@/api/session';
import MePage from '@/features/account/pages/me';
import PrivacyPage from '@/features/account/pages/privacy';
import { latestConsents } from '@/features/account/use-privacy';
import { readStored, writeStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { account, consent, home } from './account-fixtures';

const server = useScriptedServer();

function openMe(over: object = {}): void {
  signIn();
  server()
    .always('GET /me', { body: account(over) })
    .always('GET /home', { body: home() })
    .always('GET /vehicles', { body: { items: [], nextCursor: null } });
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

  it('takes a consent back with one tap and says how to undo it', async () => {
    signIn();
    const records = [consent('terms', true, 5), consent('photos', true, 5)];
    server()
      .once(LIST, { body: { items: records, nextCursor: null } })
      .once(POST, { status: 201, body: consent('photos', false, 0) })
      .once(LIST, { body: { items: [consent('photos', false, 0), ...records], nextCursor: null } });
    renderPage(<PrivacyPage />);
    fireEvent.click(await screen.findByLabelText('事故照片'));
    expect(await screen.findByText('已收回“事故照片”')).toBeTruthy();
    expect(server().requestsTo(POST)[0]?.body).toMatchObject({ purpose: 'photos', granted: false });
  });

  it('says that without the terms there is no login, before it takes them back', async () => {
    signIn();
    server().always(LIST, { body: { items: [consent('terms', true, 5)], nextCursor: null } });
    renderPage(<PrivacyPage />);
    fireEvent.click(await screen.findByLabelText('用户协议'));
    expect(await screen.findByText('收回后会退出登录')).toBeTruthy();
    expect(server().requestsTo(POST)).toHaveLength(0);
    server().once(POST, { status: 201, body: consent('terms', false, 0) });
    server().once('DELETE /auth/session', { status: 204 });
    fireEvent.click(screen.getByText('收回并退出登录'));
    await waitFor(() => expect(hasSession()).toBe(false));
  });
});
