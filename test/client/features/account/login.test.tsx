import { fireEvent, screen, waitFor } from '@testing-library/react';
import { hasSession } from '@/api/session';
import LoginPage from '@/features/account/pages/login';
import { rememberedPhone } from '@/platform/remembered-phone';
import { phone } from '../../support/phone';
import { renderPage } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { session } from './account-fixtures';

const server = useScriptedServer();
const CODES = 'POST /auth/sms-codes';
const SESSIONS = 'POST /auth/sms-sessions';

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const logIn = () => fireEvent.click(screen.getAllByText('登录').at(-1) as HTMLElement);

function agree(): void {
  fireEvent.click(screen.getByRole('checkbox'));
}

describe('logging in', () => {
  it('says what is collected, leaves the box empty, and collects nothing before it is ticked', async () => {
    renderPage(<LoginPage />);
    expect(screen.getByText('同意之前，什么都不收集')).toBeTruthy();
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false');
    type('手机号', '13800000001');
    fireEvent.click(screen.getByText('发送验证码'));
    expect(await screen.findByText(/勾选下面的同意/)).toBeTruthy();
    expect(server().received).toHaveLength(0);
  });

  it('waits as long as the server says before a code may be sent again', async () => {
    server().once(CODES, { status: 202, body: { retryAfterSeconds: 60 } });
    renderPage(<LoginPage />);
    agree();
    type('手机号', '+86 138 0000 0001');
    fireEvent.click(screen.getByText('发送验证码'));
    expect(await screen.findByText(/60 秒后可重发/)).toBeTruthy();
    expect(screen.getByText(/验证码已发到 13800000001/)).toBeTruthy();
    fireEvent.click(screen.getByText(/秒后可重发/));
    expect(server().requestsTo(CODES)).toHaveLength(1);
  });

  it('logs in, records the two consents and goes back to where one was', async () => {
    server().once(SESSIONS, { status: 201, body: session() });
    server().always('POST /me/consents', { status: 500, body: { code: 'INTERNAL', detail: 'x' } });
    renderPage(<LoginPage />);
    agree();
    type('手机号', '13800000001');
    type('验证码', '123456');
    logIn();
    await waitFor(() => expect(phone.navigation.at(-1)?.how).toBe('navigateBack'));
    await waitFor(() => expect(server().requestsTo('POST /me/consents')).toHaveLength(2));
    const purposes = server()
      .requestsTo('POST /me/consents')
      .map(({ body }) => (body as { purpose: string }).purpose);
    expect(purposes.sort()).toEqual(['privacy', 'terms']);
    expect(hasSession()).toBe(true);
    expect(rememberedPhone()).toBe('13800000001');
  });

  it("takes over the account's own large type", async () => {
    server().once(SESSIONS, { status: 201, body: session({ preferences: { theme: 'dark', elder: true } }) });
    server().always('POST /me/consents', { status: 500, body: { code: 'INTERNAL', detail: 'x' } });
    renderPage(<LoginPage />);
    agree();
    type('手机号', '13800000003');
    type('验证码', '123456');
    logIn();
    await waitFor(() => expect(document.querySelector('.theme-elder.theme-dark')).toBeTruthy());
  });

  it.each([
    [
      'a wrong code before any was sent',
      { status: 422, body: { code: 'SMS_CODE_WRONG', detail: '验证码不对或已经过期' } },
      /先点“发送验证码”/,
    ],
    [
      'too many tries',
      { status: 429, body: { code: 'TOO_MANY_REQUESTS', detail: '试得太频繁了，请 5 分钟后再试' } },
      '试得太频繁了，请 5 分钟后再试',
    ],
    [
      'a system that is away',
      { status: 503, body: { code: 'UPSTREAM_AWAY', detail: '登录暂时办不了。' } },
      /暂时连不上后台系统/,
    ],
    ['our own fault', { status: 500, body: { code: 'INTERNAL', detail: 'x', requestId: 'req-7' } }, /req-7/],
  ])('tells %s apart', async (_what, reply, words) => {
    server().once(SESSIONS, reply);
    renderPage(<LoginPage />);
    agree();
    type('手机号', '13800000001');
    type('验证码', '123456');
    logIn();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(hasSession()).toBe(false);
  });

  it('checks number and code on the phone', async () => {
    renderPage(<LoginPage />);
    agree();
    type('手机号', '1380000');
    type('验证码', '12');
    logIn();
    expect(await screen.findByText(/请填 11 位手机号/)).toBeTruthy();
    expect(screen.getByText('验证码是 6 位数字')).toBeTruthy();
    type('手机号', '13800000001');
    expect(screen.queryByText(/请填 11 位手机号/)).toBeNull();
    expect(server().received).toHaveLength(0);
  });

  it('lets a person look around first', () => {
    renderPage(<LoginPage />);
    fireEvent.click(screen.getByText('先不登录，随便看看'));
    expect(phone.navigation.at(-1)?.how).toBe('navigateBack');
  });
});
