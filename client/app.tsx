import { QueryClientProvider } from '@tanstack/react-query';
import Taro, { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { connectOutbox } from '@/api/outbox';
import { connectQueriesToPlatform, queryClient } from '@/api/query-client';
import { restoreSession } from '@/api/session';
import { tellOutcome } from '@/features/outbox/tell-outcome';
import { loadPreferences } from '@/platform/preferences';
import './app.scss';

// Before the first page renders: it reads the session and the theme at once.
restoreSession();
loadPreferences();

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    connectQueriesToPlatform();
    connectOutbox(tellOutcome);
    // The bar is drawn by client/ui/tab-bar; on older phones the platform shows its own until told not to.
    if (process.env.TARO_ENV === 'weapp') void Taro.hideTabBar({ animation: false }).catch(() => undefined);
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
