import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { connectOutbox, queueWrite, sendWaiting } from '@/api/outbox';
import { endSession, loseSession, restoreSession } from '@/api/session';
import MePage from '@/features/account/pages/me';
import HomePage from '@/features/home/pages/home';
import { useOnline } from '@/platform/online';
import { photoRefsToKeep, storedPhotoRecords, storePhotoRecord } from '@/platform/photo-records';
import { readStored, storedKeysUnder, writeStored } from '@/platform/storage';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { renderPage, signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

// Before the server goes: what is on its way has an end.
afterEach(() => sendWaiting());
const server = useScriptedServer();
const REPORT = 'POST /claims';

const report = {
  formKey: 'claim-report',
  request: { method: 'POST', path: '/claims', body: { plate: '鲁A7K315' } } as const,
  title: '报案：鲁A·7K315 追尾',
  lines: [],
  touches: ['claims'],
  answerAt: 'draft:claim-answer',
  outlivesLogout: true,
};
const photo = {
  id: 'photo-of-the-dent',
  owner: 'report:id-of-the-tap',
  slot: 'ownFront',
  shot: 'ownFront' as const,
  ref: 'kept:photo-of-the-dent',
  at: 1,
};
const gift = {
  formKey: 'gift-claim:g1',
  request: { method: 'POST', path: '/gifts/g1/claim' } as const,
  title: '领取“车主关怀礼包”',
  lines: [],
  touches: ['gifts'],
};

const away = { status: 503, body: { code: 'UPSTREAM_AWAY', detail: '暂时连不上' } };

const waiting = () => useWaitingWrites.getState().writes.map(({ id }) => id);
const photos = () => storedPhotoRecords().map(({ id }) => id);
const keysSent = () =>
  server()
    .requestsTo(REPORT)
    .map(({ headers }) => headers['idempotency-key']);

beforeAll(() => connectOutbox(() => undefined));

/** An accident without network: a report, a photo of it, and a gift that was claimed on the way. */
function leaveUnsent(): void {
  server().always(REPORT, away).always('POST /gifts/g1/claim', away);
  signIn('token-a', 'member-a');
  useOnline.setState({ online: false });
  queueWrite(report, { id: 'id-of-the-tap' });
  queueWrite(gift, { id: 'id-of-the-gift' });
  storePhotoRecord(photo);
}

describe('a report and its photos over a logout', () => {
  it('are out of sight of everybody, and come back with the same member alone', () => {
    leaveUnsent();
    endSession();
    expect([waiting(), photos()]).toEqual([[], []]);
    signIn('token-b', 'member-b');
    expect([waiting(), photos()]).toEqual([[], []]);
    // Nobody's pictures are thrown away behind their back.
    expect([...photoRefsToKeep()]).toEqual([photo.ref]);
    endSession();
    signIn('token-a', 'member-a');
    expect([waiting(), photos()]).toEqual([['id-of-the-tap'], ['photo-of-the-dent']]);
  });

  it('are sent once when their member is back, under the request id of the tap', async () => {
    leaveUnsent();
    await sendWaiting();
    endSession();
    const before = keysSent().length;
    signIn('token-b', 'member-b');
    useOnline.setState({ online: true });
    await sendWaiting();
    expect(keysSent()).toHaveLength(before);
    server().once(REPORT, { status: 201, body: { id: 'clm_1' } });
    signIn('token-a', 'member-a');
    await waitFor(() => expect(readStored('draft:claim-answer:id-of-the-tap')).toEqual({ id: 'clm_1' }));
    expect(new Set(keysSent())).toEqual(new Set(['id-of-the-tap']));
  });

  it('survive that the app is killed while nobody is logged in', () => {
    leaveUnsent();
    endSession();
    useWaitingWrites.setState({ writes: [] });
    restoreSession();
    expect(waiting()).toEqual([]);
    signIn('token-a', 'member-a');
    expect([waiting(), photos()]).toEqual([['id-of-the-tap'], ['photo-of-the-dent']]);
  });

  it('do not pass to who logs in after a session that only ended', () => {
    leaveUnsent();
    loseSession();
    signIn('token-b', 'member-b');
    expect([waiting(), photos()]).toEqual([[], []]);
    endSession();
    signIn('token-a', 'member-a');
    expect([waiting(), photos()]).toEqual([['id-of-the-tap'], ['photo-of-the-dent']]);
  });

  it('an answer that comes after the logout is told to nobody, and the report is asked for again under its id', async () => {
    signIn('token-a', 'member-a');
    const release = server().holdOnce(REPORT, { status: 201, body: { id: 'clm_1' } });
    queueWrite(report, { id: 'id-of-the-tap' });
    useOnline.setState({ online: false });
    useOnline.setState({ online: true });
    await waitFor(() => expect(keysSent()).toHaveLength(1));
    endSession();
    release();
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect([waiting(), storedKeysUnder('draft:')]).toEqual([[], []]);
    server().once(REPORT, { status: 201, body: { id: 'clm_1' } });
    signIn('token-a', 'member-a');
    await waitFor(() => expect(keysSent()).toEqual(['id-of-the-tap', 'id-of-the-tap']));
  });

  it('go to the account that theirs has become part of, are sent once as its own, and can be erased with it', async () => {
    leaveUnsent();
    endSession();
    signIn('token-c', 'member-c');
    expect([waiting(), photos()]).toEqual([[], []]);
    endSession();
    server().once(REPORT, { status: 201, body: { id: 'clm_1' } });
    useOnline.setState({ online: true });
    signIn('token-b', 'member-b', ['member-z', 'member-a']);
    expect([waiting(), photos()]).toEqual([['id-of-the-tap'], ['photo-of-the-dent']]);
    await waitFor(() => expect(readStored('draft:claim-answer:id-of-the-tap')).toEqual({ id: 'clm_1' }));
    expect(new Set(keysSent())).toEqual(new Set(['id-of-the-tap']));
    endSession({ erase: true });
    expect([photoRefsToKeep().size, storedKeysUnder('away:')]).toEqual([0, []]);
  });

  it('are found by who is logged in already when the accounts become one, and by nobody else before', async () => {
    leaveUnsent();
    endSession();
    signIn('token-b', 'member-b');
    expect([waiting(), photos()]).toEqual([[], []]);
    // What a renewal of the token says.
    signIn('token-b2', 'member-b', ['member-a']);
    expect([waiting(), photos()]).toEqual([['id-of-the-tap'], ['photo-of-the-dent']]);
    endSession();
    signIn('token-a', 'member-a');
    expect([waiting(), photos()]).toEqual([[], []]);
  });

  it('what was begun by somebody else stands where it is; the earlier draft comes back after it', () => {
    signIn('token-a', 'member-a');
    writeStored('draft:claim-report', { injured: false, mine: 'earlier' });
    endSession();
    writeStored('draft:claim-report', { injured: true });
    signIn('token-a', 'member-a');
    expect(readStored('draft:claim-report')).toEqual({ injured: true });
  });
});

describe('logging out with something unsent', () => {
  const open = async () => {
    const reads = [
      '/me',
      '/me/access-records',
      '/me/consents',
      '/me/deletion',
      '/home',
      '/vehicles',
      '/policies',
    ];
    for (const path of reads) server().always(`GET ${path}`, away);
    server().always('DELETE /auth/session', { status: 204 });
    renderPage(<MePage />);
    fireEvent.click(await screen.findByText('退出登录'));
  };

  it('says what stays for whom, and what ends', async () => {
    leaveUnsent();
    await open();
    expect(await screen.findByText(/1 份报案、1 张事故照片还没有发出，会留在这台手机上/)).toBeTruthy();
    expect(screen.getByText('还有 1 件没有发出，退出后就不发了。')).toBeTruthy();
  });

  it('erases only by a choice of its own, asked once more', async () => {
    leaveUnsent();
    await open();
    fireEvent.click(await screen.findByText('退出，并从这台手机上删掉'));
    expect(await screen.findByText(/删掉后找不回来，我们也收不到/)).toBeTruthy();
    expect(photos()).toEqual(['photo-of-the-dent']);
    fireEvent.click(screen.getByText('删掉并退出'));
    await waitFor(() => expect(photoRefsToKeep().size).toBe(0));
    signIn('token-a', 'member-a');
    expect([waiting(), photos()]).toEqual([[], []]);
  });
});

describe('the home page about a report on this phone', () => {
  it('that was refused says so, and not that it goes out by itself', async () => {
    signIn('token-a', 'member-a');
    server()
      .always('GET /home', away)
      .once(REPORT, { status: 403, body: { code: 'CONSENT_REQUIRED', detail: '您收回了使用位置的同意。' } });
    queueWrite(report, { id: 'id-of-the-tap' });
    await sendWaiting();
    renderPage(<HomePage />);
    expect(await screen.findByText('报案还没有提交')).toBeTruthy();
    expect(screen.queryByText('报案已存在这台手机')).toBeNull();
  });
});

describe('the home page about photos on this phone', () => {
  it('says that they go out by themselves, and which have to be taken again', async () => {
    signIn('token-a', 'member-a');
    server().always('GET /home', away);
    storePhotoRecord({ ...photo, owner: 'clm_1' });
    storePhotoRecord({ ...photo, id: 'refused', owner: 'clm_1', refusal: '这个文件不是照片。' });
    renderPage(<HomePage />);
    expect(await screen.findByText('还有 1 张事故照片在手机里')).toBeTruthy();
    expect(screen.getByText('正在自动接着传，不用打开案子')).toBeTruthy();
    expect(screen.getByText('有 1 张事故照片要重拍')).toBeTruthy();
    act(() => useOnline.setState({ online: false }));
    expect(await screen.findByText('一有网络就自动接着传')).toBeTruthy();
  });
});
