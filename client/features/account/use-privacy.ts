import { useEffect, useState } from 'react';
import { failureOf, type Failure } from '@/api/failures';
import { endSession, useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { documentVersion } from '@/platform/documents';
import { rememberPlaceAllowed } from '@/platform/place-permission';
import { randomId } from '@/platform/random-id';
import { restartAt } from '@/platform/routes';
import { showToast } from '@/ui/toast';
import { consentPurpose, type Consent, type ConsentPurpose } from '../../../bff/features/account/contract';
import { logOut, readConsents, recordConsent } from './api';
import { sendKeptConsents } from './consents';
import { consentWords, consentChangeWords } from './messages';

const isLater = (one: Consent, other: Consent | undefined): boolean =>
  other === undefined || Date.parse(one.at) >= Date.parse(other.at);

/** Records are kept for good; what holds is the latest of each purpose. */
export function latestConsents(records: readonly Consent[]): Consent[] {
  const latest = new Map<ConsentPurpose, Consent>();
  for (const record of records) {
    if (isLater(record, latest.get(record.purpose))) latest.set(record.purpose, record);
  }
  return consentPurpose.options.flatMap((purpose) => latest.get(purpose) ?? []);
}

/** Without these two there is no account to be logged in to. */
export const endsLogin = (purpose: ConsentPurpose): boolean => purpose === 'terms' || purpose === 'privacy';

/** What the person has agreed to, and taking it back: as easy as it was given. */
export function usePrivacy() {
  const signedIn = useSignedIn();
  const [failure, setFailure] = useState<Failure>();
  const [asking, setAsking] = useState<Consent>();
  const read = useRead({
    key: ['consents'],
    read: async ({ signal }) => {
      await sendKeptConsents();
      return latestConsents((await readConsents(signal)).items);
    },
    enabled: signedIn,
  });

  const choose = async (purpose: ConsentPurpose, granted: boolean): Promise<void> => {
    setFailure(undefined);
    try {
      await recordConsent({ purpose, documentVersion, granted }, randomId());
      if (purpose === 'location' && !granted) rememberPlaceAllowed(false);
      await read.refresh();
      if (!granted) {
        showToast({
          text: consentChangeWords.revoked(consentWords[purpose].name),
          action: { label: consentChangeWords.restore, onTap: () => void choose(purpose, true) },
        });
      }
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  const withdrawAndLeave = async (purpose: ConsentPurpose): Promise<void> => {
    setAsking(undefined);
    try {
      await recordConsent({ purpose, documentVersion, granted: false }, randomId());
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
    change: (record: Consent, granted: boolean) => {
      if (!granted && endsLogin(record.purpose)) setAsking(record);
      else void choose(record.purpose, granted);
    },
    cancel: () => setAsking(undefined),
    withdrawAndLeave,
  };
}
