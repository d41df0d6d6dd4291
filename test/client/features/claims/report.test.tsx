import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import ReportPage from '@/features/claims/pages/report';
import { rememberPhone } from '@/platform/remembered-phone';
import { documentVersion } from '@/platform/documents';
import { readStored, writeStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { electricCar, fuelCar, list, receipt } from './claim-fixtures';

const server = useScriptedServer();
const ROUTE = 'POST /claims';
const JARGON = /立案|理算|核赔|调度|单证/;

let taps = 0;
async function tap(words: string): Promise<void> {
  fireEvent.click(await screen.findByText(words));
  taps += 1;
}

function aKnownMember(policies: readonly unknown[] = [fuelCar, electricCar]): void {
  taps = 0;
  signIn();
  rememberPhone('13800000001');
  server()
    .always('GET /policies', { body: list(policies) })
    .always('GET /vehicles', { body: list([]) });
}

async function fillIn(): Promise<void> {
  await tap('没有人受伤');
  await tap('鲁A·7K315');
  await tap('追尾');
  await screen.findByText('提交报案');
}

const keys = () =>
  server()
    .requestsTo(ROUTE)
    .map(({ headers }) => headers['idempotency-key']);

describe('reporting an accident', () => {
  it('takes a member with two cars four taps after the one on the home page', async () => {
    aKnownMember();
    server().once(ROUTE, { status: 201, body: receipt() });
    renderPage(<ReportPage />);
    await fillIn();
    await tap('提交报案');
    expect(await screen.findByText('DEMO-3081')).toBeTruthy();
    expect(taps).toBe(4);
    expect(screen.getByText('查勘员给您打电话')).toBeTruthy();
    expect(screen.getByText('现在拍照，共 2 张')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(JARGON);
    expect(server().requestsTo(ROUTE)[0]?.body).toMatchObject({
      plate: '鲁A7K315',
      scenario: 'rearEnd',
      injured: false,
      contactPhone: '13800000001',
      driverName: '本人',
      place: { address: '地点等查勘员来电确认' },
    });
    expect(readStored('draft:claim-report')).toBeUndefined();
  });

  it('names at the button what is wrong, marks it, and sends nothing', async () => {
    aKnownMember();
    renderPage(<ReportPage />);
    await fillIn();
    fireEvent.input(screen.getByLabelText('联系电话'), { target: { value: '123' } });
    await tap('提交报案');
    expect(await screen.findByText('联系电话要改一下，改好就能提交。')).toBeTruthy();
    expect(screen.getByText('请填 11 位手机号，查勘员要打给您')).toBeTruthy();
    expect(server().requestsTo(ROUTE)).toHaveLength(0);
  });

  describe('with a position whose consent was taken back on another phone', () => {
    const refused = { status: 403, body: { code: 'CONSENT_REQUIRED', detail: '您收回了使用位置的同意。' } };
    const sent = () =>
      server()
        .requestsTo(ROUTE)
        .map(({ body }) => body as { place: object; description?: string });

    async function sendWithPosition(): Promise<void> {
      aKnownMember();
      writeStored('draft:consent-given:location', documentVersion);
      server()
        .always('POST /me/consents', { status: 204 })
        .once(ROUTE, refused)
        .once(ROUTE, { status: 201, body: receipt() });
      renderPage(<ReportPage />);
      await fillIn();
      cleanup();
      const draft = readStored('draft:claim-report') as object;
      writeStored('draft:claim-report', {
        ...draft,
        position: { latitude: 36.65, longitude: 117.02 },
        address: '经十路',
      });
      renderPage(<ReportPage />);
      await tap('提交报案');
      await screen.findByText('可以用您现在的位置吗？');
    }

    it('asks again, and sends all of it after a yes', async () => {
      await sendWithPosition();
      await tap('同意，用我的位置');
      expect(await screen.findByText('DEMO-3081')).toBeTruthy();
      expect(server().requestsTo('POST /me/consents')).toHaveLength(1);
      expect(sent()[1]).toEqual(sent()[0]);
    });

    it('sends everything but the position after a no', async () => {
      await sendWithPosition();
      await tap('先不同意');
      expect(await screen.findByText('DEMO-3081')).toBeTruthy();
      expect(sent()[1]).toEqual({ ...sent()[0], place: { address: '经十路' } });
      expect(server().requestsTo('POST /me/consents')).toHaveLength(0);
    });
  });

  it('does not ask which car when there is exactly one', async () => {
    aKnownMember([fuelCar]);
    renderPage(<ReportPage />);
    await waitFor(() => expect(server().requestsTo('GET /policies')).toHaveLength(1));
    await tap('没有人受伤');
    expect(await screen.findByText('发生了什么？')).toBeTruthy();
    expect(await screen.findByText('第 2 步，共 3 步')).toBeTruthy();
  });

  it('starts with the car of the policy it was opened from', async () => {
    aKnownMember();
    renderPage(<ReportPage />, { policyId: 'p2' });
    await waitFor(() => expect(server().requestsTo('GET /policies')).toHaveLength(1));
    await tap('没有人受伤');
    expect(await screen.findByText('第 2 步，共 3 步')).toBeTruthy();
    await tap('单方事故');
    expect(await screen.findByText('鲁A·D52816')).toBeTruthy();
  });

  it('keeps the draft after every tap and goes on from there', async () => {
    aKnownMember();
    renderPage(<ReportPage />);
    await tap('没有人受伤');
    await tap('鲁A·7K315');
    expect(readStored('draft:claim-report')).toMatchObject({ injured: false, car: { plate: '鲁A7K315' } });
    cleanup();
    renderPage(<ReportPage />);
    expect(await screen.findByText(/接着上次的报案/)).toBeTruthy();
    expect(screen.getByText('发生了什么？')).toBeTruthy();
  });

  it('asks before it throws a draft away', async () => {
    aKnownMember();
    renderPage(<ReportPage />);
    await tap('没有人受伤');
    cleanup();
    renderPage(<ReportPage />);
    await tap('重新开始');
    expect(readStored('draft:claim-report')).toBeDefined();
    await tap('丢掉，重新开始');
    expect(await screen.findByText('有人受伤吗？')).toBeTruthy();
    expect(readStored('draft:claim-report')).toBeUndefined();
  });

  it('never calls a lost answer a failure, and asks again under the same id', async () => {
    aKnownMember();
    server().cutOnce(ROUTE).once(ROUTE, { status: 201, body: receipt() });
    renderPage(<ReportPage />);
    await fillIn();
    await tap('提交报案');
    expect(await screen.findByText('查询进度')).toBeTruthy();
    expect(document.body.textContent).not.toContain('失败');
    expect(screen.queryByText('提交报案')).toBeNull();
    await tap('查询进度');
    expect(await screen.findByText('DEMO-3081')).toBeTruthy();
    expect(keys()).toHaveLength(2);
    expect(keys()[0]).toBe(keys()[1]);
  });

  it('still offers 查询进度 after the app was closed with the answer outstanding', async () => {
    aKnownMember();
    server().cutOnce(ROUTE);
    renderPage(<ReportPage />);
    await fillIn();
    await tap('提交报案');
    await screen.findByText('查询进度');
    cleanup();
    renderPage(<ReportPage />);
    expect(await screen.findByText('查询进度')).toBeTruthy();
    expect(screen.queryByText('提交报案')).toBeNull();
  });

  it('sends once for a double tap', async () => {
    aKnownMember();
    const release = server().holdOnce(ROUTE, { status: 201, body: receipt() });
    renderPage(<ReportPage />);
    await fillIn();
    const button = screen.getByText('提交报案');
    fireEvent.click(button);
    fireEvent.click(button);
    release();
    await screen.findByText('DEMO-3081');
    expect(keys()).toHaveLength(1);
  });

  it('takes any plate, and says so when it cannot be one', async () => {
    aKnownMember([]);
    server().once(ROUTE, { status: 201, body: receipt(false) });
    renderPage(<ReportPage />);
    await tap('没有人受伤');
    const field = await screen.findByLabelText('车牌号');
    fireEvent.change(field, { target: { value: '12345' } });
    await tap('用这个车牌');
    expect(await screen.findByText(/车牌号不对/)).toBeTruthy();
    fireEvent.change(field, { target: { value: '鲁b·12345' } });
    await tap('用这个车牌');
    await tap('其他');
    await tap('提交报案');
    expect(await screen.findByText(/待核实/)).toBeTruthy();
    expect(server().requestsTo(ROUTE)[0]?.body).toMatchObject({ plate: '鲁B12345' });
  });

  it('puts people first when somebody is hurt, and goes on', async () => {
    aKnownMember();
    server().once(ROUTE, { status: 201, body: receipt() });
    renderPage(<ReportPage />);
    await tap('有人受伤');
    expect(screen.getByText('先顾人，报案不着急')).toBeTruthy();
    await tap('120 急救');
    await tap('122 交警');
    expect(phone.calls).toEqual(['120', '122']);
    await tap('鲁A·7K315');
    await tap('追尾');
    fireEvent.click(await screen.findByLabelText('对方受伤加一人'));
    await tap('提交报案');
    await screen.findByText('DEMO-3081');
    expect(server().requestsTo(ROUTE)[0]?.body).toMatchObject({
      injured: true,
      casualties: [{ side: 'other', count: 1 }],
    });
  });

  it('says what to change before it sends anything', async () => {
    aKnownMember();
    renderPage(<ReportPage />);
    await fillIn();
    fireEvent.change(screen.getByLabelText('联系电话'), { target: { value: '1380000' } });
    await tap('别人');
    await tap('提交报案');
    expect(await screen.findByText(/请填 11 位手机号/)).toBeTruthy();
    expect(screen.getByText('请填驾驶人的姓名')).toBeTruthy();
    expect(keys()).toHaveLength(0);
  });

  it('says at once, at the field, that a time or a place cannot be taken', async () => {
    aKnownMember();
    renderPage(<ReportPage />);
    await fillIn();
    await tap('选时间');
    fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: '2020-02-03' } });
    expect(await screen.findByText(/超过两年的事故/)).toBeTruthy();
    expect(screen.getByText('2020年2月3日')).toBeTruthy();
    await tap('刚才');
    expect(screen.queryByText(/超过两年的事故/)).toBeNull();
    fireEvent.change(screen.getByLabelText('地点'), { target: { value: '路'.repeat(95) } });
    expect(await screen.findByText('还能写 5 个字')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('地点'), { target: { value: '路'.repeat(100) } });
    expect(await screen.findByText(/已经写满 100 个字/)).toBeTruthy();
  });

  it("shows the server's words at the field they are about", async () => {
    aKnownMember();
    const errors = [{ path: 'contactPhone', code: 'custom', message: '这个号码打不通' }];
    server().once(ROUTE, { status: 422, body: { code: 'INVALID_INPUT', detail: '有一项要改', errors } });
    renderPage(<ReportPage />);
    await fillIn();
    await tap('提交报案');
    expect(await screen.findByText('这个号码打不通')).toBeTruthy();
  });

  it('can be filled in by a visitor, who is asked to log in only to send it', async () => {
    renderPage(<ReportPage />);
    await tap('没有人受伤');
    fireEvent.change(await screen.findByLabelText('车牌号'), { target: { value: '鲁A12345' } });
    await tap('用这个车牌');
    await tap('追尾');
    await tap('登录并提交');
    expect(phone.navigation.at(-1)?.url).toContain('account/pages/login');
    expect(readStored('draft:claim-report')).toMatchObject({ scenario: 'rearEnd' });
  });

  it('keeps the draft when the session is gone', async () => {
    aKnownMember();
    server().once(ROUTE, { status: 401, body: { code: 'SESSION_EXPIRED', detail: '请重新登录' } });
    server().once('POST /auth/tokens', {
      status: 401,
      body: { code: 'SESSION_ENDED', detail: '请重新登录' },
    });
    renderPage(<ReportPage />);
    await fillIn();
    await tap('提交报案');
    expect(await screen.findByText('登录并提交')).toBeTruthy();
    expect(readStored('draft:claim-report')).toMatchObject({ scenario: 'rearEnd' });
    expect(document.body.textContent).not.toContain('失败');
  });
});
