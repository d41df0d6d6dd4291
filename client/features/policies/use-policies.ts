import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { account } from '../../../bff/features/account/contract';
import { policyList } from '../../../bff/features/policies/contract';
import { readMe, readPolicies } from './api';

/** The policies of the logged-in person; whether they are verified decides what an empty list means. */
export function usePolicies() {
  const signedIn = useSignedIn();
  const policies = useRead({
    key: ['policies'],
    read: ({ signal }) => readPolicies(signal),
    kept: policyList,
    enabled: signedIn,
  });
  const me = useRead({
    key: ['me'],
    read: ({ signal }) => readMe(signal),
    enabled: signedIn,
    kept: account,
  });
  const refresh = async (): Promise<void> => {
    await Promise.all([policies.refresh(), me.refresh()]);
  };
  return { signedIn, policies, identityVerified: me.data?.identityVerified, refresh };
}
