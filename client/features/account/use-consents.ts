import { useEffect, useState } from 'react';
import { type ConsentChoice, forgetConsent, recordConsent, sendKeptConsents } from '@/api/consents';
import { failureOf, type Failure } from '@/api/failures';
import { queueWrite } from '@/api/outbox';
import { queryClient } from '@/api/query-client';
import { endSession, useSignedIn } from '@/api/session';
import { useRead } from '@/api/use-read';
import { documentVersion } from '@/platform/documents';
import { rememberPlaceAllowed } from '@/platform/place-permission';
import { randomId } from '@/platform/random-id';
import { restartAt } from '@/platform/routes';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { hideToast, showToast } from '@/ui/toast';
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

type How = 'switch' | 'undo';

const choiceOf = (purpose: ConsentPurpose, granted: boolean, how: How): ConsentChoice => ({
  purpose,
  documentVersion,
  granted,
  wording: consentWords[purpose].use,
  how,
});

const formKey = (purpose: ConsentPurpose) => `consent-choice:${purpose}`;

/** Without a network the choice waits, under the same request id; on this phone it holds at once. */
async function recordNowOrLater(choice: ConsentChoice): Promise<void> {
  const id = randomId();
  try {
    await recordConsent(choice, id);
  } catch (error) {
    const { name } = consentWords[choice.purpose];
    const later = {
      formKey: formKey(choice.purpose),
      request: { method: 'POST', path: '/me/consents', body: { ...choice } } as const,
      title: choice.granted ? consentChangeWords.grantLater(name) : consentChangeWords.revokeLater(name),
      lines: [],
      open: { route: 'account/consents' } as const,
      touches: ['consents'],
    };
    if (failureOf(error).kind !== 'offline' || !queueWrite(later, { id })) throw error;
  }
}

/** What was chosen last: a choice that still waits is what the person means. */
function useChosen(): (consent: Consent) => boolean {
  const writes = useWaitingWrites((state) => state.writes);
  return ({ purpose, granted }) => {
    const waiting = writes.find((one) => one.formKey === formKey(purpose) && one.state !== 'done');
    if (!waiting || waiting.state === 'refused') return granted;
    return waiting.request.body?.granted === true;
  };
}

/** What the person has agreed to, and taking it back: as easy as it was given. */
export function useConsents() {
  const signedIn = useSignedIn();
  const isGranted = useChosen();
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

  const choose = async (purpose: ConsentPurpose, granted: boolean, how: How): Promise<void> => {
    setFailure(undefined);
    setAsking(undefined);
    try {
      await recordNowOrLater(choiceOf(purpose, granted, how));
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
      // The session ends with it, so nobody would be left to send it later.
      await recordConsent(choiceOf(purpose, false, 'switch'), randomId());
      await logOut().catch(() => undefined);
      endSession();
      await restartAt('home');
      showToast({ text: consentChangeWords.revokedAndLeft(consentWords[purpose].name) });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  useEffect(() => setFailure(undefined), [signedIn]);

  return {
    signedIn,
    isGranted,
    read,
    failure,
    asking,
    receipt,
    showReceipt: setReceipt,
    change: (consent: Consent, granted: boolean) => {
      // The last confirmation would lie over the buttons of the question.
      hideToast();
      if (granted) void choose(consent.purpose, true, 'switch');
      else setAsking(consent);
    },
    withdraw: ({ purpose }: Consent) =>
      endsLogin(purpose) ? withdrawAndLeave(purpose) : choose(purpose, false, 'switch'),
    cancel: () => setAsking(undefined),
  };
}
