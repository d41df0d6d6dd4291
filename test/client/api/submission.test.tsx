import { act, renderHook, waitFor } from '@testing-library/react';
import * as z from 'zod/mini';
import { write } from '@/api/client';
import { queueWrite, sendWaiting } from '@/api/outbox';
import { useSubmission } from '@/api/submission';
import { readStored } from '@/platform/storage';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const ROUTE = 'POST /claims';
const FORM = 'claim-report';
const schema = z.object({ reportNo: z.string() });

interface Body {
  plate: string;
}

const useReport = () =>
  useSubmission({
    formKey: FORM,
    send: (body: Body, idempotencyKey) =>
      write({ method: 'POST', path: '/claims', body, schema, idempotencyKey }),
  });

const keys = () =>
  server()
    .requestsTo(ROUTE)
    .map(({ headers }) => headers['idempotency-key']);
const refusal = { status: 422, body: { code: 'INVALID_INPUT', detail: '车牌号不对' } };
const taken = { status: 201, body: { reportNo: 'R-1' } };

describe('a submission', () => {
  it('stores its request id before it sends, and forgets it when it is done', async () => {
    const release = server().holdOnce(ROUTE, taken);
    const { result } = renderHook(useReport);
    let sent: Promise<unknown> = Promise.resolve();
    act(() => {
      sent = result.current.submit({ plate: '鲁A12345' });
    });
    expect(result.current.submission.status).toBe('sending');
    const stored = readStored(`pending:${FORM}`) as { idempotencyKey: string; body: Body };
    expect(stored.body).toEqual({ plate: '鲁A12345' });
    release();
    await act(() => sent);
    expect(result.current.submission).toEqual({ status: 'done', answer: { reportNo: 'R-1' } });
    expect(keys()).toEqual([stored.idempotencyKey]);
    expect(readStored(`pending:${FORM}`)).toBeUndefined();
  });

  it('sends once for a double tap', async () => {
    server().once(ROUTE, taken);
    const { result } = renderHook(useReport);
    await act(() =>
      Promise.all([result.current.submit({ plate: 'a' }), result.current.submit({ plate: 'a' })]),
    );
    expect(keys()).toHaveLength(1);
  });

  it('asks again under the same id, with the same content, when the answer was lost', async () => {
    server().cutOnce(ROUTE).once(ROUTE, taken);
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'a' }));
    expect(result.current.submission).toEqual({ status: 'unknown' });
    await act(() => result.current.queryProgress());
    expect(result.current.submission.status).toBe('done');
    expect(new Set(keys()).size).toBe(1);
    expect(
      server()
        .requestsTo(ROUTE)
        .map(({ body }) => body),
    ).toEqual([{ plate: 'a' }, { plate: 'a' }]);
  });

  it('remembers an unknown outcome over a restart of the app', async () => {
    server().cutOnce(ROUTE).once(ROUTE, taken);
    const first = renderHook(useReport);
    await act(() => first.result.current.submit({ plate: 'a' }));
    first.unmount();
    const second = renderHook(useReport);
    expect(second.result.current.submission).toEqual({ status: 'unknown' });
    await act(() => second.result.current.queryProgress());
    expect(second.result.current.submission.status).toBe('done');
    expect(new Set(keys()).size).toBe(1);
  });

  it.each([
    ['away', { status: 503, body: {} }],
    ['ours', { status: 500, body: {} }],
    ['sessionGone', { status: 401, body: {} }],
  ])(
    'stays unknown when asking again meets %s, because that says nothing about the first try',
    async (kind, reply) => {
      server().cutOnce(ROUTE).once(ROUTE, reply).once(ROUTE, taken);
      const { result } = renderHook(useReport);
      await act(() => result.current.submit({ plate: 'a' }));
      await act(() => result.current.queryProgress());
      expect(result.current.submission).toMatchObject({ status: 'unknown', failure: { kind } });
      await act(() => result.current.queryProgress());
      expect(result.current.submission.status).toBe('done');
      expect(new Set(keys()).size).toBe(1);
    },
  );

  it('keeps its id on the phone after a fault of ours, which may have come after the deed', async () => {
    server().once(ROUTE, { status: 500, body: { requestId: 'r-1' } });
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'a' }));
    expect(result.current.submission).toMatchObject({
      status: 'refused',
      failure: { kind: 'ours', requestId: 'r-1' },
    });
    expect(readStored(`pending:${FORM}`)).toMatchObject({ body: { plate: 'a' } });
  });

  it('cannot be dismissed while the outcome is unknown', async () => {
    server().cutOnce(ROUTE);
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'a' }));
    act(() => result.current.reset());
    expect(result.current.submission).toEqual({ status: 'unknown' });
  });

  it('takes a new id after a refusal, because the content will be another', async () => {
    server().once(ROUTE, refusal).once(ROUTE, taken);
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'wrong' }));
    expect(result.current.submission).toMatchObject({
      status: 'refused',
      failure: { kind: 'refused', detail: '车牌号不对' },
    });
    expect(readStored(`pending:${FORM}`)).toBeUndefined();
    await act(() => result.current.submit({ plate: 'right' }));
    expect(new Set(keys()).size).toBe(2);
  });

  it('that has gone through leaves nothing of an earlier one that waited and was refused', async () => {
    signIn('token-a', 'member-a');
    const later = { formKey: FORM, request: { method: 'POST', path: '/claims', body: {} } as const };
    queueWrite({ ...later, title: '报案', lines: [], touches: [] });
    server().once(ROUTE, refusal).once(ROUTE, taken);
    await sendWaiting();
    expect(useWaitingWrites.getState().writes.map(({ state }) => state)).toEqual(['refused']);
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'right' }));
    expect(useWaitingWrites.getState().writes).toEqual([]);
  });

  it('keeps the id for the same content when it was not done for another reason', async () => {
    server().once(ROUTE, { status: 503, body: {} }).once(ROUTE, { status: 500, body: {} }).once(ROUTE, taken);
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'a' }));
    expect(result.current.submission).toMatchObject({ status: 'refused', failure: { kind: 'away' } });
    await act(() => result.current.submit({ plate: 'a' }));
    await act(() => result.current.submit({ plate: 'a' }));
    expect(result.current.submission.status).toBe('done');
    expect(new Set(keys()).size).toBe(1);
  });

  it('treats an answer it cannot read as unknown, never as a failure', async () => {
    server().once(ROUTE, { status: 201, body: { surprise: true } });
    const { result } = renderHook(useReport);
    await act(() => result.current.submit({ plate: 'a' }));
    await waitFor(() => expect(result.current.submission).toEqual({ status: 'unknown' }));
  });
});
