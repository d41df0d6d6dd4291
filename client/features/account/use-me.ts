import { useEffect, useState } from 'react';
import { chooseLooks, useLooksOf } from '@/api/account-preferences';
import { queryClient } from '@/api/query-client';
import { sendKeptConsents } from '@/api/consents';
import { endSession, useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { photoRefsToKeep } from '@/platform/photo-records';
import { dropPhotosBut } from '@/platform/photo-vault';
import { type ThemeChoice, usePreferences } from '@/platform/preferences';
import { switchTab } from '@/platform/routes';
import { showToast } from '@/ui/toast';
import { account, type Account } from '../../../bff/features/account/contract';
import { holdings as holdingsKept, logOut, readHoldings, readMe } from './api';
import { meWords } from './messages';

/** A clerk or the owner works at a counter too, and switches there from here. */
export const worksAtCounter = ({ roles }: Account): boolean =>
  roles.includes('clerk') || roles.includes('merchantOwner');

/** Says who is logged in, and changes how the app looks: at once on this phone, then for the account. */
export function useMe() {
  const signedIn = useSignedIn();
  const theme = usePreferences((state) => state.theme);
  const elder = usePreferences((state) => state.elder);
  const [sheet, setSheet] = useState<'theme' | 'about' | 'logout' | 'erase'>();
  const me = useRead({
    key: ['me'],
    read: ({ signal }) => readMe(signal),
    enabled: signedIn,
    kept: account,
  });
  const holdings = useRead({
    key: ['holdings'],
    read: ({ signal }) => readHoldings(signal),
    enabled: signedIn,
    kept: holdingsKept,
  });

  useLooksOf(me);

  useEffect(() => {
    if (signedIn) void sendKeptConsents();
  }, [signedIn]);

  const leave = async ({ erase = false } = {}): Promise<void> => {
    // The session ends on this phone in any case; the server forgets it by itself when it cannot be told.
    await logOut().catch(() => undefined);
    endSession({ erase });
    if (erase) void dropPhotosBut(photoRefsToKeep, { youngToo: true });
    queryClient.clear();
    setSheet(undefined);
    showToast({ text: erase ? meWords.loggedOutErased : meWords.loggedOut });
    await switchTab('home');
  };

  return {
    signedIn,
    me,
    holdings,
    theme,
    elder,
    sheet,
    openSheet: setSheet,
    closeSheet: () => setSheet(undefined),
    chooseTheme: (next: ThemeChoice) => {
      chooseLooks({ theme: next });
      setSheet(undefined);
    },
    chooseElder: (next: boolean) => chooseLooks({ elder: next }),
    leave,
    refresh: async () => {
      await Promise.all([me.refresh(), holdings.refresh()]);
    },
  };
}
