import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { sendPhotos, usePhotoQueue } from '@/api/photo-queue';
import CasePage from '@/features/claims/pages/case';
import LinkPage from '@/features/claims/pages/link';
import { usePhotoLink } from '@/platform/photo-link';
import { takeShortLink } from '@/platform/short-link.h5';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { detail, requiredShots } from './claim-fixtures';

const server = useScriptedServer();
const TOKEN = 'abcdefghijklmnopqrstuvwxyz_-0123';
const VIEW = 'GET /photo-link';
const UPLOAD = 'POST /photo-link/photos';
const HOUR_MS = 3_600_000;
const FORGOTTEN = { token: undefined, owner: undefined, agreed: [] };

const view = (over: object = {}) => ({
  plateMasked: '鲁A·****15',
  occurredAt: '2026-11-22T14:05:00+08:00',
  scenario: 'rearEnd',
  required: requiredShots,
  sent: [],
  photosLeft: 12,
  expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
  ...over,
});
const sent = (...shots: string[]) => shots.map((shot) => ({ shot, at: '2026-11-22T14:20:00+08:00' }));
const over = { status: 404, body: { code: 'NOT_FOUND', detail: '这个链接过期了' } };
const received = { status: 201, body: { shot: 'ownFront', at: '2026-11-22T14:20:00+08:00', photosLeft: 11 } };

afterEach(() => {
  usePhotoLink.setState(FORGOTTEN);
  usePhotoQueue.setState({ photos: [] });
});

function open(): void {
  phone.photo = { path: 'wxfile://kept-1.jpg', bytes: 1000 };
  renderPage(<LinkPage />, { t: TOKEN });
}

async function takeFirst(): Promise<void> {
  fireEvent.click(await screen.findByText('同意，开始拍照'));
  fireEvent.click(await screen.findByLabelText('拍下这一张'));
}

describe('a short link from an SMS', () => {
  it('gives its token to the phone and takes it out of the address', () => {
    window.history.replaceState(null, '', `/#/p?t=${TOKEN}`);
    takeShortLink();
    expect(usePhotoLink.getState().token).toBe(TOKEN);
    expect(window.location.href).not.toContain(TOKEN);
    expect(window.location.pathname).toBe('/features/claims/pages/link/index');
  });

  it('that was cut in half is said to be so', async () => {
    window.history.replaceState(null, '', '/#/p?t=half');
    takeShortLink();
    expect(window.location.search).toBe('?cut=1');
    renderPage(<LinkPage />, { cut: '1' });
    expect(await screen.findByText('这个链接不完整')).toBeTruthy();
  });

  it('leaves every other address alone', () => {
    window.history.replaceState(null, '', '/features/home/pages/home/index?x=1');
    takeShortLink();
    expect(window.location.search).toBe('?x=1');
    expect(usePhotoLink.getState().token).toBeUndefined();
  });

  it('opens in WeChat by the scene of a code', async () => {
    server().always(VIEW, { body: view() });
    renderPage(<LinkPage />, { scene: encodeURIComponent(TOKEN) });
    expect(await screen.findByText('鲁A·****15')).toBeTruthy();
  });
});

describe('somebody beside the car', () => {
  it('reads who asks, about which car and what for, before the first picture, and sends the token in a head', async () => {
    server().always(VIEW, { body: view() });
    open();
    expect(await screen.findByText('鲁A·****15')).toBeTruthy();
    expect(screen.getByText('想请您拍这 2 张')).toBeTruthy();
    expect(screen.getByText(/您在这里看不到案子的别的内容/)).toBeTruthy();
    const [request] = server().requestsTo(VIEW);
    expect(request?.headers['x-photo-link']).toBe(TOKEN);
    expect(request?.headers.authorization).toBeUndefined();
  });

  it('takes a picture without a login, which goes through the link and no other way', async () => {
    server()
      .once(VIEW, { body: view() })
      .once(UPLOAD, received)
      .always(VIEW, { body: view({ sent: sent('ownFront'), photosLeft: 11 }) });
    open();
    await takeFirst();
    expect(await screen.findByText('已传好')).toBeTruthy();
    expect(screen.getByText('第 2 张，共 2 张：碰撞部位')).toBeTruthy();
    const [request] = server().requestsTo(UPLOAD);
    expect(request?.headers['x-photo-link']).toBe(TOKEN);
    fireEvent.click(screen.getByText('先到这里'));
    expect(await screen.findByText('谢谢您，照片收到了')).toBeTruthy();
    expect(screen.getByText('收到 1 张，共要 2 张')).toBeTruthy();
  });

  it('keeps a picture without network, says so, and has it still after the page was dropped', async () => {
    server().always(VIEW, { body: view() }).cutOnce(UPLOAD);
    open();
    await takeFirst();
    await screen.findByText('点这里重传');
    fireEvent.click(screen.getByText('先到这里'));
    expect(await screen.findByText(/还有 1 张在传/)).toBeTruthy();
    expect(screen.queryByText(/可以关掉这个页面了/)).toBeNull();
    cleanup();
    renderPage(<LinkPage />);
    expect(await screen.findByText('点这里重传')).toBeTruthy();
  });

  it('is told when the link is over, and a new one goes on with what is on the phone under the same id', async () => {
    server().once(VIEW, { body: view() }).once(UPLOAD, over).always(VIEW, over);
    open();
    await takeFirst();
    expect(await screen.findByText('这个链接过期了')).toBeTruthy();
    expect(screen.getByText(/还没传上的 1 张还在这台手机里/)).toBeTruthy();
    // Nothing is tried with it again, whatever starts a round.
    sendPhotos();
    expect(usePhotoQueue.getState().photos.map(({ status }) => status)).toEqual(['waiting']);
    expect(server().requestsTo(UPLOAD)).toHaveLength(1);
    cleanup();
    const newer = TOKEN.replace('a', 'Z');
    server().once(UPLOAD, received);
    server().always(VIEW, { body: view() });
    renderPage(<LinkPage />, { t: newer });
    await waitFor(() => expect(server().requestsTo(UPLOAD)).toHaveLength(2));
    const [first, second] = server().requestsTo(UPLOAD);
    expect(second?.headers['x-photo-link']).toBe(newer);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  });

  it('sees a receipt in place of the camera once all places of the link are taken', async () => {
    server().always(VIEW, { body: view({ photosLeft: 0, sent: sent('ownFront', 'contactPoint') }) });
    open();
    expect(await screen.findByText(/这个链接能传的照片已经传满了/)).toBeTruthy();
    expect(screen.getByText('谢谢您，照片收到了')).toBeTruthy();
  });

  it('is sent home when others have photographed everything', async () => {
    server().always(VIEW, { body: view({ required: [] }) });
    open();
    expect(await screen.findByText('照片都齐了，不用再拍')).toBeTruthy();
  });

  it('can try again where nothing could be read', async () => {
    server().always(VIEW, { status: 503, body: { code: 'UPSTREAM_AWAY', detail: '理赔系统暂时连不上' } });
    open();
    expect(await screen.findByText('再试一次')).toBeTruthy();
  });
});

describe('asking somebody by SMS', () => {
  it('checks the number, says to whom and until when, and shows no more of it', async () => {
    signIn();
    server().always('GET /claims/clm_1', { body: detail() });
    server().once('POST /claims/clm_1/photo-links', {
      status: 201,
      body: {
        id: 'link_1',
        phoneMasked: '139****2222',
        expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
        photosLeft: 12,
      },
    });
    renderPage(<CasePage />, { id: 'clm_1' });
    fireEvent.click(await screen.findByText('请在现场的人帮忙拍'));
    fireEvent.click(screen.getByText('发短信'));
    expect(await screen.findByText('请填 11 位手机号')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '13911112222' } });
    fireEvent.click(screen.getByText('发短信'));
    expect(await screen.findByText('已发到 139****2222')).toBeTruthy();
    expect(document.body.textContent).not.toContain('13911112222');
  });
});
