import { useState } from 'react';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import type { AccessRecord } from '../../../bff/features/account/contract/privacy';
import { readAccessRecords } from './privacy-api';

const PAGE = 20;

interface Older {
  started: boolean;
  items: AccessRecord[];
  nextCursor: string | null;
}

/** The latest page is renewed; older ones never change and are added below. */
export function useAccessRecords() {
  const signedIn = useSignedIn();
  const [older, setOlder] = useState<Older>({ started: false, items: [], nextCursor: null });
  const read = useRead({
    key: ['access-records', 'page'],
    read: ({ signal }) => readAccessRecords({ limit: PAGE }, signal),
    enabled: signedIn,
  });
  const loadOlder = async (cursor: string): Promise<void> => {
    const page = await readAccessRecords({ limit: PAGE, cursor }, new AbortController().signal);
    setOlder((before) => ({
      started: true,
      items: [...before.items, ...page.items],
      nextCursor: page.nextCursor,
    }));
  };
  return { read, older, loadOlder };
}
