import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { cancelWrite, connectOutbox, queueWrite, sendWaiting, type Round } from '@/api/outbox';
import { queryClient } from '@/api/query-client';
import { endSession, loseSession, restoreSession } from '@/api/session';
import OutboxPage from '@/features/outbox/pages/list';
import { tellOutcome } from '@/features/outbox/tell-outcome';
import { useOnline } from '@/platform/online';
import { readStored, writeStored } from '@/platform/storage';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { renderPage, signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const CLAIM = 'POST /gifts/g1/claim';
const told: Round[] = [];

const later = (gift = 'g1') => ({
  formKey: `gift-claim:${gift}`,
  request: { method: 'POST', path: `/gifts/${gift}/claim` } as const,
  title: '领取“车主关怀礼包”',
  lines: [{ name: '要在这之前发出', value: '2026年12月1日 24:00' }],
  open: { route: 'gifts/detail', params: { id: gift } } as const,
  touches: ['gifts'],
});

const states = () => useWaitingWrites.getState().writes.map(({ state }) => state);
const keysSent = () =>
  server()
    .requestsTo(CLAIM)
    .map(({ headers }) => headers['idempotency-key']);

beforeAll(() =>
  connectOutbox((round) => {
    told.push(round);
    tellOutcome(round);
  }),
);
beforeEach(() => told.splice(0));

describe('what was done without network', () => {
  it('goes out once the network is back, under the request id of the tap, and the person is told', async () => {
    signIn();
    useOnline.setState({ online: false });
    queueWrite(later(), { id: 'id-of-the-tap' });
    const stale = jest.spyOn(queryClient, 'invalidateQueries');
    server().once(CLAIM, { status: 201, body: {} });
    useOnline.setState({ online: true });
    await waitFor(() => expect(states()).toEqual(['done']));
    expect(keysSent()).toEqual(['id-of-the-tap']);
    expect(told.at(-1)?.done).toHaveLength(1);
    expect(stale).toHaveBeenCalledWith({ queryKey: ['gifts'] });
    stale.mockRestore();
  });

  it('goes out in the order of the taps, and one round at a time', async () => {
    signIn();
    queueWrite(later('g1'));
    queueWrite(later('g2'));
    const release = server().holdOnce(CLAIM, { status: 201, body: {} });
    server().once('POST /gifts/g2/claim', { status: 201, body: {} });
    const rounds = [sendWaiting(), sendWaiting()];
    await waitFor(() => expect(server().received).toHaveLength(1));
    release();
    await Promise.all(rounds);
    expect(server().received.map(({ path }) => path)).toEqual(['/gifts/g1/claim', '/gifts/g2/claim']);
  });

  it('is asked for again under the same id when the answer was lost, and is never called a failure', async () => {
    signIn();
    queueWrite(later(), { id: 'only-once' });
    server().cutOnce(CLAIM).once(CLAIM, { status: 201, body: {} });
    await sendWaiting();
    expect(states()).toEqual(['unknown']);
    const { container } = renderPage(<OutboxPage />);
    expect(screen.getByText('正在确认')).toBeTruthy();
    expect(container.textContent).not.toMatch(/失败|没有办成/);
    expect(screen.queryByText('不发了')).toBeNull();
    expect(cancelWrite('only-once')).toBe(false);
    await act(() => sendWaiting());
    expect(states()).toEqual(['done']);
    expect(keysSent()).toEqual(['only-once', 'only-once']);
  });

  it('behind one that cannot go out is seen to wait as well', async () => {
    signIn();
    queueWrite(later('g1'));
    queueWrite(later('g2'), { delayed: false });
    server().once(CLAIM, { status: 503, body: {} });
    await sendWaiting();
    expect(useWaitingWrites.getState().writes.map(({ delayed }) => delayed)).toEqual([true, true]);
  });

  it('stays unknown when the next try does not even reach the server', async () => {
    signIn();
    queueWrite(later());
    server()
      .cutOnce(CLAIM)
      .once(CLAIM, { status: 503, body: { retryAfterSeconds: 60 } });
    await sendWaiting();
    await sendWaiting();
    expect(states()).toEqual(['unknown']);
  });

  it('that a rule refuses keeps what was typed and says why', async () => {
    signIn();
    queueWrite(later());
    server().once(CLAIM, { status: 409, body: { code: 'GIFT_EXPIRED', detail: '这份礼包已经过期' } });
    renderPage(<OutboxPage />);
    await act(() => sendWaiting());
    expect(states()).toEqual(['refused']);
    expect(screen.getByText('这份礼包已经过期')).toBeTruthy();
    expect(screen.getByText(/2026年12月1日/)).toBeTruthy();
    expect(screen.getByText('重新填')).toBeTruthy();
    await sendWaiting();
    expect(keysSent()).toHaveLength(1);
    fireEvent.click(screen.getByText('知道了'));
    expect(screen.getByText('没有等着发的')).toBeTruthy();
  });

  it('can be called off, and the calling off can be taken back', async () => {
    signIn();
    useOnline.setState({ online: false });
    queueWrite(later(), { id: 'called-off' });
    server().once(CLAIM, { status: 201, body: {} });
    renderPage(<OutboxPage />);
    fireEvent.click(screen.getByText('不发了'));
    expect(screen.getByText('没有等着发的')).toBeTruthy();
    expect(readStored('waiting:called-off')).toBeUndefined();
    fireEvent.click(screen.getByText('恢复'));
    expect(await screen.findByText('领取“车主关怀礼包”')).toBeTruthy();
    expect(screen.queryByText('没有等着发的')).toBeNull();
    await waitFor(() => expect(keysSent()).toEqual(['called-off']));
  });

  it('that another window called off is not sent', async () => {
    signIn();
    queueWrite(later(), { id: 'gone' });
    localStorage.removeItem('club:waiting:gone');
    await sendWaiting();
    expect(server().received).toHaveLength(0);
  });

  it('survives a restart; one whose end was not seen is unknown', () => {
    signIn();
    queueWrite(later('g1'), { id: 'w1' });
    queueWrite(later('g2'), { id: 'w2' });
    writeStored('waiting:w2', { ...(readStored('waiting:w2') as object), state: 'sending' });
    useWaitingWrites.setState({ writes: [] });
    restoreSession();
    expect(states().sort()).toEqual(['unknown', 'waiting']);
  });

  it('of the same form gives way to the last choice', () => {
    signIn();
    queueWrite(later(), { id: 'first' });
    queueWrite(later(), { id: 'second' });
    expect(useWaitingWrites.getState().writes.map(({ id }) => id)).toEqual(['second']);
    expect(readStored('waiting:first')).toBeUndefined();
  });

  it('waits for the same person after a lapsed session, and for nobody else', async () => {
    signIn();
    queueWrite(later());
    loseSession();
    expect(states()).toEqual(['waiting']);
    signIn('other-token', 'member-2');
    expect(states()).toEqual([]);
    await sendWaiting();
    expect(server().received).toHaveLength(0);
  });

  it('goes with the account when the person logs out', () => {
    signIn();
    queueWrite(later());
    endSession();
    expect(states()).toEqual([]);
    expect(Object.keys(localStorage).filter((key) => key.includes('waiting:'))).toEqual([]);
  });

  it('is not promised to a visitor', () => {
    expect(queueWrite(later())).toBe(false);
  });
});
