import { cleanup, configure } from '@testing-library/react';
import { queryClient } from '@/api/query-client';
import { endSession } from '@/api/session';
import { useOnline } from '@/platform/online';
import { usePreferences } from '@/platform/preferences';
import { hideToast } from '@/ui/toast';
import { resetPhone } from './phone';

// Answers come over real HTTP, from a machine that may be busy with other tests; nothing waits longer than it has to.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

/** Every test begins as a visitor on a new phone. */
afterEach(() => {
  cleanup();
  queryClient.clear();
  endSession();
  hideToast();
  localStorage.clear();
  resetPhone();
  useOnline.setState({ online: true });
  usePreferences.setState({ theme: 'light', elder: false, textScale: 1, systemTheme: 'light' });
});
