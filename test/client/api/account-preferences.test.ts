import { waitFor } from '@testing-library/react';
import { adoptLooks, chooseLooks } from '@/api/account-preferences';
import { connectOutbox, sendWaiting } from '@/api/outbox';
import { endSession } from '@/api/session';
import { useOnline } from '@/platform/online';
import { loadPreferences, usePreferences } from '@/platform/preferences';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { signIn } from '../support/render-page';
import { useScriptedServer } from '../support/scripted-server';

const server = useScriptedServer();
const PATCH = 'PATCH /me/preferences';
const unchosen = { theme: 'system', elder: false } as const;
const shown = () => {
  const { theme, elder } = usePreferences.getState();
  return { theme, elder };
};
const sent = () =>
  server()
    .requestsTo(PATCH)
    .map(({ body }) => body);

beforeAll(() => connectOutbox(() => undefined));
beforeEach(() => usePreferences.setState(unchosen));
afterEach(() => {
  document.documentElement.style.fontSize = '';
});

describe('how the app looks', () => {
  it('is told to the account at once, without a word about a queue', async () => {
    signIn();
    server().once(PATCH, { body: {} });
    chooseLooks({ elder: true });
    expect(shown().elder).toBe(true);
    await waitFor(() => expect(sent()).toEqual([{ elder: true }]));
    await waitFor(() => expect(useWaitingWrites.getState().writes).toEqual([]));
  });

  it('chosen twice without network is one write with the last choice', async () => {
    signIn();
    const offline = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    useOnline.setState({ online: false });
    server().cutOnce(PATCH);
    chooseLooks({ elder: true });
    await waitFor(() => expect(useWaitingWrites.getState().writes[0]?.delayed).toBe(true));
    server().cutOnce(PATCH).cutOnce(PATCH);
    chooseLooks({ elder: false });
    chooseLooks({ theme: 'dark' });
    await waitFor(() => expect(server().received).toHaveLength(2));
    await sendWaiting();
    offline.mockRestore();
    expect(useWaitingWrites.getState().writes.map(({ request }) => request.body)).toEqual([
      { elder: false, theme: 'dark' },
    ]);
  });

  it('of the account shows on a second phone after login', () => {
    signIn();
    adoptLooks({ preferences: { theme: 'dark', elder: true } }, 1000);
    expect(shown()).toEqual({ theme: 'dark', elder: true });
    expect(sent()).toEqual([]);
  });

  it('changed on another phone shows here, and an older word does not undo it', () => {
    signIn();
    adoptLooks({ preferences: unchosen }, 1000);
    adoptLooks({ preferences: { theme: 'dark', elder: false } }, 2000);
    expect(shown().theme).toBe('dark');
    adoptLooks({ preferences: unchosen }, 1500);
    expect(shown().theme).toBe('dark');
  });

  it('chosen here is not undone by an answer from before the choice', () => {
    signIn();
    adoptLooks({ preferences: unchosen }, 1000);
    server().always(PATCH, { body: {} });
    chooseLooks({ elder: true });
    adoptLooks({ preferences: unchosen }, Date.now() - 1);
    expect(shown().elder).toBe(true);
    adoptLooks({ preferences: { theme: 'dark', elder: false }, stale: true }, Date.now() + 10);
    expect(shown()).toEqual({ theme: 'system', elder: true });
  });

  it('chosen before login is told to an account that was never asked', async () => {
    chooseLooks({ elder: true });
    signIn();
    server().once(PATCH, { body: {} });
    adoptLooks({ preferences: unchosen }, 1000);
    await waitFor(() => expect(sent()).toEqual([{ elder: true }]));
    expect(shown().elder).toBe(true);
  });

  it('chosen by one person is not told to the account of the next', () => {
    signIn();
    adoptLooks({ preferences: unchosen }, 1000);
    server().always(PATCH, { body: {} });
    chooseLooks({ elder: true });
    endSession();
    signIn('other-token', 'member-2');
    adoptLooks({ preferences: unchosen }, Date.now() + 1000);
    expect(useWaitingWrites.getState().writes).toEqual([]);
  });

  it('starts large where the phone’s text is large, and that is no choice of the account', () => {
    document.documentElement.style.fontSize = '22px';
    loadPreferences();
    expect(shown().elder).toBe(true);
    signIn();
    adoptLooks({ preferences: unchosen }, 1000);
    expect(shown().elder).toBe(true);
    expect(useWaitingWrites.getState().writes).toEqual([]);
  });

  it('stays as it was chosen, whatever the phone’s text size', () => {
    chooseLooks({ elder: false });
    document.documentElement.style.fontSize = '22px';
    loadPreferences();
    expect(shown().elder).toBe(false);
  });
});
