import { useState } from 'react';
import { useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { policyDetail } from '../../../bff/features/policies/contract';
import { readPolicy } from './api';

/** One policy, and which of its covers is open. The first is open from the start: it is what most people came for. */
export function usePolicy(id: string) {
  const signedIn = useSignedIn();
  const [openCode, setOpenCode] = useState<string | null>();
  const policy = useRead({
    key: ['policies', id],
    read: ({ signal }) => readPolicy(id, signal),
    kept: policyDetail,
    enabled: signedIn,
  });
  const shownCode = openCode === undefined ? policy.data?.coverages[0]?.code : openCode;
  return {
    signedIn,
    policy,
    isOpen: (code: string) => code === shownCode,
    toggle: (code: string) => setOpenCode(code === shownCode ? null : code),
  };
}
