import { useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { usePages } from '@/api/use-pages';
import { useRead } from '@/api/use-read';
import { referral } from '../../../bff/features/referral/contract';
import { makeCode, readFriends, readReferral } from './api';

/** The own invitation: what holds, the link, and who came. What is known of friends is not kept on the phone. */
export function useInvite() {
  const signedIn = useSignedIn();
  const [failure, setFailure] = useState<Failure>();
  const own = useRead({ key: ['referral'], read: ({ signal }) => readReferral(signal), kept: referral });
  const friends = usePages({ key: ['referral', 'friends'], read: readFriends, enabled: signedIn });
  const make = async (): Promise<void> => {
    setFailure(undefined);
    try {
      await makeCode();
      await queryClient.invalidateQueries({ queryKey: ['referral'], exact: true });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { own, friends, make, failure, signedIn };
}
