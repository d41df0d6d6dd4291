import { fireEvent, screen, waitFor } from '@testing-library/react';
import ResultPage from '@/features/merchant/pages/result';
import { showOutcome, takeRetype } from '@/features/merchant/outcome';
import { refusalOfReason } from '@/features/merchant/refusal';
import { writeStored } from '@/platform/storage';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { inMs, list, redemption } from '../benefit-fixtures';

const server = useScriptedServer();
const REDEEM = 'POST /merchant/redemptions';

beforeEach(() => signIn());
afterEach(() => showOutcome(undefined));

describe('the answer at the counter', () => {
  it('says yes, for whom and how much, and leaves once for two taps', () => {
    showOutcome({ kind: 'confirmed', redemption: redemption() });
    renderPage(<ResultPage />);
    expect(screen.getByText('核销成功')).toBeTruthy();
    expect(screen.getByText('普通洗车 1 次')).toBeTruthy();
    expect(screen.getByText('¥25.00')).toBeTruthy();
    fireEvent.click(screen.getByText('继续扫码'));
    fireEvent.click(screen.getByText('继续扫码'));
    expect(phone.navigation).toEqual([{ how: 'navigateBack', url: undefined }]);
  });

  it('takes it back', async () => {
    showOutcome({ kind: 'confirmed', redemption: redemption() });
    server().once('POST /merchant/redemptions/rdm_1/reversal', {
      body: { redemption: redemption({ state: 'reversed', usesLeft: 3, reversibleUntil: null }) },
    });
    renderPage(<ResultPage />);
    fireEvent.click(screen.getByText('扫错了，撤销这一单'));
    fireEvent.click(screen.getByText('扫错了券'));
    fireEvent.click(screen.getByText('撤销「普通洗车 1 次」'));
    expect(await screen.findByText('券已还给客人')).toBeTruthy();
    expect(screen.queryByText('核销成功')).toBeNull();
  });

  it('says no with what is safe, and opens the earlier use', async () => {
    const at = '2026-11-22T14:05:00+08:00';
    showOutcome({
      kind: 'refused',
      refusal: refusalOfReason('alreadyRedeemed'),
      voucherTitle: '普通洗车',
      earlier: { at, storeName: '环山路店', redemptionId: 'rdm_1' },
    });
    server().once('GET /merchant/redemptions', { body: list([redemption({ at })]) });
    renderPage(<ResultPage />);
    expect(screen.getByText('不能再用')).toBeTruthy();
    expect(screen.getByText('没有扣券，不重复结算')).toBeTruthy();
    fireEvent.click(screen.getByText('看 14:05 那一单'));
    expect(await screen.findByText('李婷')).toBeTruthy();
    expect(server().received.at(-1)?.query.get('date')).toBe('2026-11-22');
    expect(screen.getByText('撤销这一单')).toBeTruthy();
  });

  it('lets a mistyped code be put right, with its digits', () => {
    showOutcome({ kind: 'refused', refusal: refusalOfReason('expired'), typed: '48271936' });
    renderPage(<ResultPage />);
    fireEvent.click(screen.getByText('重新输入'));
    expect(phone.navigation).toEqual([{ how: 'navigateBack', url: undefined }]);
    expect(takeRetype()).toBe('48271936');
    expect(takeRetype()).toBeUndefined();
  });

  it('goes back to the counter when it was opened again without an answer', async () => {
    renderPage(<ResultPage />);
    await waitFor(() => expect(phone.navigation.at(-1)?.how).toBe('redirectTo'));
    expect(document.body.textContent).not.toMatch(/成功|失败/);
  });

  it('is neither yes nor no when the answer was lost, and says so again when asking brings none', async () => {
    writeStored('pending:redeem:sto_1', { idempotencyKey: 'key-12345678', body: {}, at: inMs(0) });
    showOutcome({ kind: 'unknown', storeId: 'sto_1' });
    server()
      .cutOnce(REDEEM)
      .once(REDEEM, { body: { redemption: redemption() } });
    renderPage(<ResultPage />);
    expect(screen.getByText('还不知道结果')).toBeTruthy();
    fireEvent.click(screen.getByText('查询进度'));
    fireEvent.click(await screen.findByText('查询进度'));
    expect(await screen.findByText('核销成功')).toBeTruthy();
    const keys = server()
      .requestsTo(REDEEM)
      .map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(['key-12345678', 'key-12345678']);
  });
});
