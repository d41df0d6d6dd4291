import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useLooksOf } from '@/api/account-preferences';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { goTo } from '@/platform/routes';
import { home as homeAnswer, type Home } from '../../../bff/features/home/contract';
import { readHome } from './api';
import { partsOf } from './parts';

/** Once a launch: a clerk who comes back to the home page by hand wants to be there. */
let openedWorkspace = false;

const worksAtCounter = ({ account: { roles } }: Home): boolean =>
  roles.includes('clerk') || roles.includes('merchantOwner');

/** The first screen. A visitor asks the server nothing. */
export function useHome() {
  const signedIn = useSignedIn();
  const home = useRead({
    key: ['home'],
    read: ({ signal }) => readHome(signal),
    enabled: signedIn,
    kept: homeAnswer,
  });
  const { data, refresh, receivedAt } = home;
  useLooksOf({ data: data?.account, receivedAt });

  useDidShow(() => {
    if (data) void refresh();
  });
  useEffect(() => {
    if (!data || openedWorkspace || !worksAtCounter(data)) return;
    openedWorkspace = true;
    void goTo('merchant/workspace');
  }, [data]);

  return {
    signedIn,
    home,
    account: signedIn ? data?.account : undefined,
    parts: partsOf(signedIn ? data : undefined),
  };
}
