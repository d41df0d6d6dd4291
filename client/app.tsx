import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { beginRead } from '@/api/client';
import { connectOutbox } from '@/api/outbox';
import { startPhotos } from '@/api/photo-start';
import { connectQueriesToPlatform, queryClient } from '@/api/query-client';
import { beginSession } from '@/api/renewal';
import { restoreSession } from '@/api/session';
import { tellOutcome } from '@/features/outbox/tell-outcome';
import { keepInstalled } from '@/platform/installed-app';
import { newVersionWords, unknownPageWords } from '@/platform/messages';
import { watchMissingFiles } from '@/platform/missing-page';
import { takeShortLink, watchShortLinks } from '@/platform/short-link';
import { firstRead } from '@/platform/start-page';
import { loadPreferences } from '@/platform/preferences';
import { restartAt } from '@/platform/routes';
import { startPrivacy } from '@/platform/privacy-start';
import { showToast } from '@/ui/toast';
import './app.scss';

// Before the first page renders: it reads the session and the theme at once.
takeShortLink();
restoreSession();
loadPreferences();
keepInstalled((take) =>
  showToast({ text: newVersionWords.text, action: { label: newVersionWords.action, onTap: take } }),
);
startPrivacy();
watchMissingFiles();
watchShortLinks();
beginSession();
const first = firstRead();
if (first !== undefined) beginRead(first);

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    connectQueriesToPlatform();
    connectOutbox(tellOutcome);
    startPhotos();
    // The bar is drawn by client/ui/tab-bar; on older phones the platform shows its own until told not to.
    if (process.env.TARO_ENV === 'weapp') void Taro.hideTabBar({ animation: false }).catch(() => undefined);
  });
  // An old card, code or bookmark: home and a word about it instead of an empty screen.
  usePageNotFound(() => {
    void restartAt('home');
    showToast({ text: unknownPageWords.text });
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
