import { fireEvent, screen } from '@testing-library/react';
import * as z from 'zod/mini';
import { get, write } from '@/api/client';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import { Button } from '@/ui/button';
import { Loaded } from '@/ui/loaded';
import { SubmissionNotice } from '@/ui/submission-notice';
import { renderPage } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const schema = z.object({ name: z.string(), asOf: z.optional(z.string()), stale: z.optional(z.boolean()) });

function Policy() {
  const policy = useRead({ key: ['policy'], read: ({ signal }) => get('/policies/p1', schema, { signal }) });
  return (
    <>
      <Loaded read={policy} system="保单系统" unaffected="您的保障不受影响">
        {({ name }) => <span>{name}</span>}
      </Loaded>
      <Button onTap={policy.refresh}>刷新</Button>
    </>
  );
}

describe('something a screen reads', () => {
  it('shows its shape first, then its content', async () => {
    server().once('GET /policies/p1', { body: { name: '机动车商业保险' } });
    renderPage(<Policy />);
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy();
    expect(await screen.findByText('机动车商业保险')).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('keeps the content with its age when it cannot be renewed', async () => {
    server()
      .once('GET /policies/p1', { body: { name: '机动车商业保险' } })
      .once('GET /policies/p1', { status: 503, body: {} });
    renderPage(<Policy />);
    await screen.findByText('机动车商业保险');
    fireEvent.click(screen.getByText('刷新'));
    expect(await screen.findByText(/暂时连不上保单系统.*截至今天 \d\d:\d\d.*您的保障不受影响/)).toBeTruthy();
    expect(screen.getByText('机动车商业保险')).toBeTruthy();
  });

  it('tells the age that the server tells', async () => {
    const asOf = '2025-11-18T10:22:00+08:00';
    server().once('GET /policies/p1', { body: { name: '机动车商业保险', asOf, stale: true } });
    renderPage(<Policy />);
    expect(await screen.findByText(/截至2025年11月18日 10:22/)).toBeTruthy();
  });

  it('explains itself when there is nothing to keep, and tries again', async () => {
    server()
      .once('GET /policies/p1', { status: 500, body: { requestId: 'r-1' } })
      .once('GET /policies/p1', { body: { name: '机动车商业保险' } });
    renderPage(<Policy />);
    expect(await screen.findByText(/r-1/)).toBeTruthy();
    fireEvent.click(screen.getByText('再试一次'));
    expect(await screen.findByText('机动车商业保险')).toBeTruthy();
  });
});

function Claim() {
  const control = useSubmission({
    formKey: 'gift',
    send: (body: object, idempotencyKey) =>
      write({ method: 'POST', path: '/gifts/g1/claim', body, schema, idempotencyKey }),
  });
  return (
    <>
      <SubmissionNotice
        control={control}
        refusalWords={(code) => (code === 'GIFT_EXPIRED' ? '这份礼包已经过期' : undefined)}
      />
      {control.submission.status === 'done' && <span>领到了</span>}
      <Button onTap={() => control.submit({})}>领取</Button>
    </>
  );
}

describe('what became of a write', () => {
  it('never says 失败 when the answer was lost, and finds out by the same request', async () => {
    server()
      .cutOnce('POST /gifts/g1/claim')
      .once('POST /gifts/g1/claim', { status: 201, body: { name: 'x' } });
    const { container } = renderPage(<Claim />);
    fireEvent.click(screen.getByText('领取'));
    const query = await screen.findByText('查询进度');
    expect(container.textContent).not.toContain('失败');
    expect(container.textContent).toContain('不会重复办理');
    fireEvent.click(query);
    expect(await screen.findByText('领到了')).toBeTruthy();
  });

  it('says in the feature’s own words what a rule refused', async () => {
    server().once('POST /gifts/g1/claim', { status: 409, body: { code: 'GIFT_EXPIRED', detail: 'x' } });
    renderPage(<Claim />);
    fireEvent.click(screen.getByText('领取'));
    expect((await screen.findByRole('alert')).textContent).toContain('这份礼包已经过期');
  });
});
