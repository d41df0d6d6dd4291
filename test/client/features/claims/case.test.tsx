import { fireEvent, screen } from '@testing-library/react';
import CasePage from '@/features/claims/pages/case';
import ClaimListPage from '@/features/claims/pages/list';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { apology, detail, list, summary } from './claim-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /claims/clm_1';

function open(body: unknown): void {
  signIn();
  server().always(ROUTE, { body });
  renderPage(<CasePage />, { id: 'clm_1' });
}

describe('the progress of a claim', () => {
  it('names the owner and the clock of every step, and says sorry for a broken promise', async () => {
    open(detail());
    expect(await screen.findByText('查勘员给您打电话')).toBeTruthy();
    expect(screen.getByText('王建国 · 查勘员')).toBeTruthy();
    expect(screen.getByText(apology)).toBeTruthy();
    expect(screen.getByText('晚了 2 分钟')).toBeTruthy();
    expect(screen.getByText('来电时约好')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('打给王建国'));
    expect(phone.calls).toEqual(['13500000001']);
  });

  it('offers the photos that are still missing', async () => {
    open(detail(['ownFront']));
    fireEvent.click(await screen.findByText('继续拍照，还差 1 张'));
    expect(phone.navigation.at(-1)?.url).toContain('claims/pages/photo');
    expect(screen.getByText('照片 1 张')).toBeTruthy();
  });

  it('asks for pictures of the roadside only until the car has been looked at', async () => {
    const looked = detail().steps.map((step) => ({ ...step, state: 'done' }));
    open(detail([], { steps: looked, nextAction: { kind: 'wait', title: '现在不用您做什么', detail: '' } }));
    expect(await screen.findByText('不想办了？可以撤回报案')).toBeTruthy();
    expect(screen.queryByText('照片 0 张')).toBeNull();
    expect(screen.queryByText('请在现场的人帮忙拍')).toBeNull();
  });

  it('leads from what waits for the member to where it is done', async () => {
    const nextAction = { kind: 'uploadPapers', title: '交材料，还差 1 份', detail: '' };
    open(detail([], { nextAction }));
    expect(await screen.findByText('去交')).toBeTruthy();
  });

  it('says that an unverified report counts all the same', async () => {
    open(detail([], { verified: false }));
    expect(await screen.findByText(/待核实/)).toBeTruthy();
  });

  it('says the age of what it knows while the claims system is away', async () => {
    open(detail([], { stale: true, asOf: new Date(Date.now() - 2 * 3_600_000).toISOString() }));
    expect(await screen.findByText(/下面的内容截至/)).toBeTruthy();
    expect(screen.getByText(/您的案子照常在办/)).toBeTruthy();
  });

  it('asks a visitor to log in, not to log in again', async () => {
    renderPage(<CasePage />, { id: 'clm_1' });
    expect(await screen.findByText('登录后看这里')).toBeTruthy();
  });
});

describe('the list of claims', () => {
  it('reads every page, so that an old claim is never dropped', async () => {
    signIn();
    const old = summary({
      id: 'clm_0',
      open: false,
      statusName: '已办完',
      current: null,
      scenario: 'singleCar',
    });
    server()
      .once('GET /claims', { body: { items: [summary()], nextCursor: 'more' } })
      .once('GET /claims', { body: list([old]) });
    renderPage(<ClaimListPage />);
    expect(await screen.findByText('鲁A·7K315 追尾')).toBeTruthy();
    expect(screen.getByText('鲁A·7K315 单方事故')).toBeTruthy();
    expect(screen.getByText('正在办')).toBeTruthy();
    expect(screen.getByText('办完的')).toBeTruthy();
  });

  it('puts what waits for the member first, then the newest', async () => {
    signIn();
    const aged = (id: string, days: number, over: object = {}) =>
      summary({ id, reportedAt: new Date(Date.now() - days * 86_400_000).toISOString(), ...over });
    server().once('GET /claims', {
      body: list([
        aged('clm_a', 1, { plate: '鲁A00001' }),
        aged('clm_c', 3, { plate: '鲁A00003', yourTurn: '等您填收款账户' }),
        aged('clm_b', 2, { plate: '鲁A00002' }),
      ]),
    });
    renderPage(<ClaimListPage />);
    await screen.findByText('等您填收款账户');
    expect(screen.getAllByText(/^鲁A·0000/).map(({ textContent }) => textContent)).toEqual([
      '鲁A·00003 追尾',
      '鲁A·00001 追尾',
      '鲁A·00002 追尾',
    ]);
  });

  it('says what would be here when there is none', async () => {
    signIn();
    server().once('GET /claims', { body: list([]) });
    renderPage(<ClaimListPage />);
    expect(await screen.findByText('没有报过案')).toBeTruthy();
  });
});
