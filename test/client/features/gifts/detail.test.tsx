import { act, fireEvent, screen } from '@testing-library/react';
import { sendWaiting } from '@/api/outbox';
import GiftDetailPage from '@/features/gifts/pages/detail';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { gift, giftDetail, problem, wash } from '../benefit-fixtures';

const server = useScriptedServer();
const ROUTE = 'GET /gifts/gft_1';
const CLAIM = 'POST /gifts/gft_1/claim';
const claimed = { gift: { ...gift, state: 'claimed' }, vouchers: [wash, { ...wash, id: 'vch_2' }] };
const keys = () =>
  server()
    .requestsTo(CLAIM)
    .map(({ headers }) => headers['idempotency-key']);

function open(part: Parameters<typeof giftDetail>[0] = {}): void {
  signIn();
  server().always(ROUTE, { body: giftDetail(part) });
  renderPage(<GiftDetailPage />, { id: 'gft_1' });
}

describe('a gift', () => {
  it('puts everything on the table before it is claimed', async () => {
    open();
    expect(await screen.findByText('领取礼包')).toBeTruthy();
    for (const words of ['领取后 90 天', '5 家店', '七座车每次补 ¥10.00', '每天 1 次', '不含打蜡'])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('不花钱，不扣积分')).toBeTruthy();
    expect(document.body.textContent).not.toContain('转赠');
  });

  it('is claimed once for two taps and shows what came of it', async () => {
    open();
    const release = server().holdOnce(CLAIM, { body: claimed });
    fireEvent.click(await screen.findByText('领取礼包'));
    // Seen on the button, and said to who cannot see it.
    const [busy] = await screen.findAllByText('正在领取…');
    fireEvent.click(busy as HTMLElement);
    server().always(ROUTE, { body: giftDetail({ state: 'claimed' }) });
    act(release);
    expect(await screen.findByText('领到了')).toBeTruthy();
    expect(screen.queryByText('领之前，请看清这几条')).toBeNull();
    expect(keys()).toHaveLength(1);
    fireEvent.click(screen.getByText('去看我的券'));
    expect(phone.navigation.at(-1)?.url).toContain('vouchers/pages/list');
  });

  it('is asked for under the same id when the answer was lost, and never called a failure', async () => {
    open();
    server().cutOnce(CLAIM).once(CLAIM, { body: claimed });
    fireEvent.click(await screen.findByText('领取礼包'));
    const query = await screen.findByText('查询进度');
    expect(screen.queryByText('领取礼包')).toBeNull();
    expect(document.body.textContent).not.toContain('失败');
    fireEvent.click(query);
    expect(await screen.findByText('领到了')).toBeTruthy();
    expect(new Set(keys()).size).toBe(1);
  });

  it('says in the server’s words why it cannot be claimed', async () => {
    open();
    server().once(CLAIM, problem(409, 'GIFT_EXPIRED', '这份礼包已经过了领取时间'));
    fireEvent.click(await screen.findByText('领取礼包'));
    expect(await screen.findByText('这份礼包已经过了领取时间')).toBeTruthy();
    expect(document.body.textContent).not.toContain('GIFT_EXPIRED');
  });

  it('offers nothing to claim when it was claimed', async () => {
    open({ state: 'claimed', claimedAt: '2026-10-23T12:00:00+08:00' });
    expect(await screen.findByText('这份礼包的说明')).toBeTruthy();
    expect(screen.queryByText('领取礼包')).toBeNull();
  });

  it('claimed without network waits, can be called off, and goes out under the same request id', async () => {
    open();
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server().cutOnce(CLAIM);
    fireEvent.click(await screen.findByText('领取礼包'));
    expect(await screen.findByText('已放进“待发送”，连上网络会自动发出。')).toBeTruthy();
    expect(screen.queryByText('领取礼包')).toBeNull();
    fireEvent.click(screen.getByText('先不发'));
    server().cutOnce(CLAIM);
    fireEvent.click(await screen.findByText('领取礼包'));
    await screen.findByText('先不发');
    network.mockRestore();
    server().once(CLAIM, { body: claimed });
    await act(() => sendWaiting());
    expect(screen.queryByText('先不发')).toBeNull();
    expect(keys()).toHaveLength(3);
    expect(keys()[1]).toBe(keys()[2]);
  });

  it('that the club refused after it waited says why where it was claimed', async () => {
    open();
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    server().cutOnce(CLAIM);
    fireEvent.click(await screen.findByText('领取礼包'));
    await screen.findByText('先不发');
    network.mockRestore();
    server().once(CLAIM, problem(409, 'GIFT_EXPIRED', '这份礼包已经过期'));
    await act(() => sendWaiting());
    expect(screen.getByRole('alert').textContent).toContain('这份礼包已经过期');
  });
});
