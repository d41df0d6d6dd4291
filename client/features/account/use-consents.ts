import { useEffect, useState } from 'react';
import { forgetConsent, recordConsent, sendKeptConsents } from '@/api/consents';
import { failureOf, type Failure } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { endSession, useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { documentVersion } from '@/platform/documents';
import { rememberPlaceAllowed } from '@/platform/place-permission';
import { randomId } from '@/platform/random-id';
import { restartAt } from '@/platform/routes';
import { showToast } from '@/ui/toast';
import type { Consent, ConsentPurpose } from '../../../bff/features/account/contract';
import { logOut, readConsents } from './api';
import { consentChangeWords, consentWords } from './messages';

/** Without these two there is no account to be logged in to. */
export const endsLogin = (purpose: ConsentPurpose): boolean => purpose === 'terms' || purpose === 'privacy';

/** What this phone remembers of a consent goes with it: the next need asks again. */
function forgetHere(purpose: ConsentPurpose): void {
  if (purpose === 'location') rememberPlaceAllowed(false);
  if (purpose === 'location' || purpose === 'photos' || purpose === 'idPhotos' || purpose === 'health') {
    forgetConsent(purpose);
  }
}

const record = (purpose: ConsentPurpose, granted: boolean, how: 'switch' | 'undo') =>
  recordConsent({ purpose, documentVersion, granted, wording: consentWords[purpose].use, how }, randomId());

/** What the person has agreed to, and taking it back: as easy as it was given. */
export function useConsents() {
  const signedIn = useSignedIn();
  const [failure, setFailure] = useState<Failure>();
  const [asking, setAsking] = useState<Consent>();
  const [receipt, setReceipt] = useState<Consent>();
  const read = useRead({
    key: ['consents', 'all'],
    read: async ({ signal }) => {
      await sendKeptConsents();
      return (await readConsents(signal)).items;
    },
    enabled: signedIn,
  });

  const choose = async (purpose: ConsentPurpose, granted: boolean, how: 'switch' | 'undo'): Promise<void> => {
    setFailure(undefined);
    setAsking(undefined);
    try {
      await record(purpose, granted, how);
      if (!granted) forgetHere(purpose);
      await queryClient.invalidateQueries({ queryKey: ['consents'] });
      if (granted) return;
      showToast({
        text: consentChangeWords.revoked(consentWords[purpose].name),
        action: { label: consentChangeWords.restore, onTap: () => void choose(purpose, true, 'undo') },
      });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  const withdrawAndLeave = async (purpose: ConsentPurpose): Promise<void> => {
    setAsking(undefined);
    try {
      await record(purpose, false, 'switch');
      await logOut().catch(() => undefined);
      endSession();
      await restartAt('home');
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  useEffect(() => setFailure(undefined), [signedIn]);

  return {
    signedIn,
    read,
    failure,
    asking,
    receipt,
    showReceipt: setReceipt,
    change: (consent: Consent, granted: boolean) => {
      if (granted) void choose(consent.purpose, true, 'switch');
      else setAsking(consent);
    },
    withdraw: ({ purpose }: Consent) =>
      endsLogin(purpose) ? withdrawAndLeave(purpose) : choose(purpose, false, 'switch'),
    cancel: () => setAsking(undefined),
  };
}
