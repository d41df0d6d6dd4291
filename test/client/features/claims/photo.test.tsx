import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import PhotoPage from '@/features/claims/pages/photo';
import { useOnline } from '@/platform/online';
import { phone } from '../../support/phone';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { agreed, detail, receivedPhoto } from './claim-fixtures';

const server = useScriptedServer();
const CLAIM = 'GET /claims/clm_1';
const UPLOAD = 'POST /claims/clm_1/photos/form';
const CONSENTS = 'POST /me/consents';

function open(): void {
  signIn();
  phone.photo = { path: 'wxfile://kept-1.jpg', bytes: 1000 };
  server().always(CONSENTS, agreed);
  renderPage(<PhotoPage />, { id: 'clm_1' });
}

async function takeOne(): Promise<void> {
  await screen.findByText('第 1 张，共 2 张：车头全貌');
  fireEvent.click(screen.getByLabelText('拍下这一张'));
  fireEvent.click(await screen.findByText('同意，去拍照'));
}

const keys = () =>
  server()
    .requestsTo(UPLOAD)
    .map(({ headers }) => headers['idempotency-key']);

describe('taking the photos of an accident', () => {
  it('asks before the first picture, takes none after a no, and asks only by another tap', async () => {
    server().always(CLAIM, { body: detail() });
    open();
    await screen.findByText('第 1 张，共 2 张：车头全貌');
    fireEvent.click(screen.getByLabelText('拍下这一张'));
    expect(await screen.findByText(/事故照片里可能有人脸和车牌/)).toBeTruthy();
    fireEvent.click(screen.getByText('先不同意'));
    expect(await screen.findByText(/照片可以等查勘员当面拍/)).toBeTruthy();
    expect(screen.queryByText('同意，去拍照')).toBeNull();
    expect(server().requestsTo(UPLOAD)).toHaveLength(0);
    expect(server().requestsTo('POST /me/consents')).toHaveLength(0);
  });

  it('uploads one and goes on to the next', async () => {
    server()
      .once(CLAIM, { body: detail() })
      .once(UPLOAD, { status: 201, body: receivedPhoto('ownFront') })
      .always(CLAIM, { body: detail(['ownFront']) });
    open();
    await takeOne();
    expect(await screen.findByText('已传好')).toBeTruthy();
    expect(await screen.findByText('第 2 张，共 2 张：碰撞部位')).toBeTruthy();
    expect(String(server().requestsTo(UPLOAD)[0]?.body)).toContain('ownFront');
  });

  it('keeps a photo that did not arrive and sends it again under the same id', async () => {
    server()
      .cutOnce(UPLOAD)
      .once(UPLOAD, { status: 201, body: receivedPhoto('ownFront') });
    server().always(CLAIM, { body: detail() });
    open();
    await takeOne();
    fireEvent.click(await screen.findByText('点这里重传'));
    await waitFor(() => expect(keys()).toHaveLength(2));
    expect(keys()[0]).toBe(keys()[1]);
    expect(document.body.textContent).not.toContain('失败');
  });

  it('goes on at once when the network comes back in the middle of a try that fails', async () => {
    server().always(CLAIM, { body: detail() });
    const fail = server().holdOnce(UPLOAD, { status: 503, body: { code: 'UPSTREAM_AWAY', detail: 'x' } });
    server().once(UPLOAD, { status: 201, body: receivedPhoto('ownFront') });
    open();
    await takeOne();
    await waitFor(() => expect(keys()).toHaveLength(1));
    act(() => useOnline.setState({ online: false }));
    act(() => useOnline.setState({ online: true }));
    fail();
    await waitFor(() => expect(keys()).toHaveLength(2), { timeout: 2_000 });
    expect(keys()[0]).toBe(keys()[1]);
  });

  it('still has that photo after the app was closed', async () => {
    server().cutOnce(UPLOAD).always(CLAIM, { body: detail() });
    open();
    await takeOne();
    await screen.findByText('点这里重传');
    cleanup();
    renderPage(<PhotoPage />, { id: 'clm_1' });
    expect(await screen.findByText('点这里重传')).toBeTruthy();
  });

  describe('whose consent was taken back meanwhile', () => {
    const refused = {
      status: 403,
      body: { code: 'CONSENT_REQUIRED', detail: '您收回了使用事故照片的同意，照片还在您的手机里。' },
    };
    const consents = () => server().requestsTo('POST /me/consents').length;

    it('asks again by itself, records the yes first and sends the same photo under the same id', async () => {
      server().always(CLAIM, { body: detail() }).once(UPLOAD, refused);
      server().once(UPLOAD, { status: 201, body: receivedPhoto('ownFront') });
      open();
      await takeOne();
      await waitFor(() => expect(keys()).toHaveLength(1));
      const before = consents();
      fireEvent.click(await screen.findByText('同意，去拍照'));
      await waitFor(() => expect(keys()).toHaveLength(2));
      expect(keys()[0]).toBe(keys()[1]);
      expect(consents()).toBe(before + 1);
    });

    it('sends nothing before the yes is recorded, and asks no second time', async () => {
      server().always(CLAIM, { body: detail() }).once(UPLOAD, refused);
      server().once(UPLOAD, { status: 201, body: receivedPhoto('ownFront') });
      server()
        .once(CONSENTS, agreed)
        .once(CONSENTS, { status: 503, body: { code: 'UPSTREAM_AWAY' } });
      open();
      await takeOne();
      await waitFor(() => expect(keys()).toHaveLength(1));
      fireEvent.click(await screen.findByText('同意，去拍照'));
      await waitFor(() => expect(consents()).toBe(2));
      const again = await screen.findByText('点这里重传');
      expect(screen.queryByText('同意，去拍照')).toBeNull();
      expect(keys()).toHaveLength(1);
      fireEvent.click(again);
      await waitFor(() => expect(keys()).toHaveLength(2));
      expect(consents()).toBe(3);
      expect(screen.queryByText('同意，去拍照')).toBeNull();
    });

    it('keeps the photo after a no, sends nothing, and asks only by another tap', async () => {
      server().always(CLAIM, { body: detail() }).once(UPLOAD, refused);
      open();
      await takeOne();
      await waitFor(() => expect(keys()).toHaveLength(1));
      fireEvent.click(await screen.findByText('先不同意'));
      expect(await screen.findByText('点这里重传')).toBeTruthy();
      expect(screen.queryByText('同意，去拍照')).toBeNull();
      fireEvent.click(screen.getByText('点这里重传'));
      expect(await screen.findByText('同意，去拍照')).toBeTruthy();
      expect(keys()).toHaveLength(1);
    });
  });

  it('says what to do with a file that is no picture, and blocks nothing', async () => {
    server()
      .always(CLAIM, { body: detail() })
      .once(UPLOAD, {
        status: 422,
        body: { code: 'SOMETHING_NEW', detail: '这个文件不是照片，请重新拍一张。' },
      });
    open();
    await takeOne();
    expect(await screen.findByText('请重拍')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('车头全貌：请重拍'));
    expect(await screen.findByText(/这个文件不是照片/)).toBeTruthy();
    expect(screen.getByText('以后再拍')).toBeTruthy();
  });

  it('lets the person leave without a threat', async () => {
    server().always(CLAIM, { body: detail() });
    open();
    fireEvent.click(await screen.findByText('以后再拍'));
    expect(phone.navigation.at(-1)?.url).toContain('claims/pages/case');
  });
});
