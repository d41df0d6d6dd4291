import { screen, waitFor } from '@testing-library/react';
import * as z from 'zod/mini';
import { get } from '@/api/client';
import { keepReads, writeKeptReads } from '@/api/kept-reads';
import { queryClient } from '@/api/query-client';
import { endSession, loseSession, restoreSession } from '@/api/session';
import { useRead } from '@/api/use-read';
import { useOnline } from '@/platform/online';
import { Loaded } from '@/ui/loaded';
import { renderPage, signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const schema = z.object({ name: z.string() });

function Policy({ kept = schema }: { kept?: typeof schema | null }) {
  const policy = useRead({
    key: ['policy'],
    read: ({ signal }) => get('/policies/p1', schema, { signal }),
    kept: kept ?? undefined,
  });
  return <Loaded read={policy}>{({ name }) => <span>{name}</span>}</Loaded>;
}

const ROUTE = 'GET /policies/p1';
const answered = { body: { name: '机动车商业保险' } };

beforeAll(() => keepReads(queryClient));

const tokens = () => ({
  accessToken: 'renewed',
  accessTokenExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  account: { id: 'member-1', phoneMasked: '138****0001' },
});

/** The app was killed and is opened again: only what lies on the phone is left. */
function restart(): void {
  document.body.innerHTML = '';
  queryClient.clear();
  restoreSession();
}

async function readOnce(): Promise<void> {
  server().once(ROUTE, answered);
  const { unmount } = renderPage(<Policy />);
  await screen.findByText('机动车商业保险');
  writeKeptReads();
  unmount();
}

const storedText = (): string => JSON.stringify({ ...localStorage });

describe('a start without network', () => {
  it('shows the last known content with its age instead of an error', async () => {
    signIn();
    await readOnce();
    restart();
    useOnline.setState({ online: false });
    server().always('POST /auth/tokens', { status: 503, body: {} });
    renderPage(<Policy />);
    expect(screen.getByText('机动车商业保险')).toBeTruthy();
    expect(await screen.findByText(/^截至今天 \d\d:\d\d$/)).toBeTruthy();
    expect(screen.queryByText('再试一次')).toBeNull();
  });

  it('says so when what is shown is older than a while and is being renewed', async () => {
    signIn();
    await readOnce();
    restart();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 20 * 60_000);
    server().once('POST /auth/tokens', { status: 201, body: tokens() });
    const release = server().holdOnce(ROUTE, { body: { name: '续保后的保单' } });
    renderPage(<Policy />);
    expect(await screen.findByText(/截至.*正在更新/)).toBeTruthy();
    release();
    expect(await screen.findByText('续保后的保单')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/正在更新/)).toBeNull());
    clock.mockRestore();
  });

  it('reads an answer of another shape through its schema and drops it', async () => {
    signIn();
    await readOnce();
    const key = Object.keys(localStorage).find((name) => name.includes('kept:')) ?? '';
    localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace(/name/g, 'title'));
    restart();
    server().once('POST /auth/tokens', { status: 201, body: tokens() });
    server().once(ROUTE, { status: 503, body: {} });
    renderPage(<Policy />);
    expect(await screen.findByText('暂时连不上后台系统')).toBeTruthy();
    expect(storedText()).not.toContain('机动车商业保险');
  });
});

describe('what stays on the phone', () => {
  it('only what a read names: the rest of its answer is left behind', async () => {
    signIn();
    server().once(ROUTE, { body: { name: '机动车商业保险', presentation: 'QR-SECRET' } });
    renderPage(<Policy />);
    await screen.findByText('机动车商业保险');
    writeKeptReads();
    expect(storedText()).toContain('机动车商业保险');
    expect(storedText()).not.toContain('QR-SECRET');
  });

  it('nothing of a read that names nothing', async () => {
    signIn();
    server().once(ROUTE, answered);
    renderPage(<Policy kept={null} />);
    await screen.findByText('机动车商业保险');
    writeKeptReads();
    expect(storedText()).not.toContain('机动车商业保险');
  });

  it.each([
    ['the person logs out', endSession],
    ['the session ends by itself', loseSession],
    ['somebody else logs in', () => signIn('other-token', 'member-2')],
  ])('nothing when %s', async (_name, leave) => {
    signIn();
    await readOnce();
    expect(storedText()).toContain('机动车商业保险');
    leave();
    writeKeptReads();
    expect(storedText()).not.toContain('机动车商业保险');
  });

  it('an answer that came for one account is not written for the next', async () => {
    signIn();
    server().once(ROUTE, answered);
    renderPage(<Policy />);
    await screen.findByText('机动车商业保险');
    endSession();
    signIn('other-token', 'member-2');
    writeKeptReads();
    expect(storedText()).not.toContain('机动车商业保险');
  });
});
