import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { sendWaiting } from '@/api/outbox';
import ConsentsPage from '@/features/account/pages/consents';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { renderPage, signIn } from '../../support/render-page';
import { useScriptedServer } from '../../support/scripted-server';
import { consent } from './account-fixtures';

const server = useScriptedServer();
const LIST = 'GET /me/consents';
const POST = 'POST /me/consents';

it('a consent taken back without network holds here at once and is recorded once the network is back', async () => {
  signIn();
  server().always(LIST, { body: { items: [consent('photos', true, 5)], nextCursor: null } });
  renderPage(<ConsentsPage />);
  const toggle = await screen.findByRole('switch', { name: '事故照片' });
  expect(toggle.getAttribute('aria-checked')).toBe('true');
  const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server().cutOnce(POST);
  fireEvent.click(toggle);
  fireEvent.click(await screen.findByRole('button', { name: '收回' }));
  await waitFor(() => expect(toggle.getAttribute('aria-checked')).toBe('false'));
  expect(useWaitingWrites.getState().writes.map(({ title }) => title)).toEqual(['收回“事故照片”']);
  network.mockRestore();
  server().once(POST, { status: 201, body: consent('photos', false, 0) });
  await act(() => sendWaiting());
  const [first, second] = server().requestsTo(POST);
  expect(second?.body).toMatchObject({ purpose: 'photos', granted: false });
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});
