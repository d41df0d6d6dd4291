import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { type Submission, useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import type { IdentityRequest, IdentityReview } from '../../../bff/features/account/contract/identity';
import { isCreditCode, isResidentId, normaliseResidentId } from '../../../bff/identifiers';
import { readIdentityStatus, sendIdentity, type IdentityAnswer } from './identity-api';
import { keepConsent, sendKeptConsents } from '@/api/consents';
import { identityFormWords, identityWords } from './messages';

export type Holder = 'person' | 'company';

interface Wrong {
  name?: string;
  number?: string;
  agreement?: string;
}

const withoutEmpty = (wrong: Wrong): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([, words]) => words !== undefined));

const tidy = (number: string): string => number.replace(/\s/g, '').toUpperCase();

export const reviewOf = (answer: IdentityAnswer): IdentityReview | undefined =>
  'review' in answer ? answer.review : undefined;

function requestOf(holder: Holder, name: string, number: string): IdentityRequest {
  return holder === 'person'
    ? { name: name.trim(), idNumber: normaliseResidentId(number) }
    : { organisationName: name.trim(), creditCode: tidy(number) };
}

/** The mistake a person can see on the paper in hand, found before anything is sent. */
export function wrongFields(holder: Holder, name: string, number: string): Wrong {
  const person = holder === 'person';
  const numberIsRight = person ? isResidentId(number) : isCreditCode(number);
  return {
    name: name.trim().length >= 2 ? undefined : person ? identityWords.nameWrong : identityWords.companyWrong,
    number: numberIsRight ? undefined : person ? identityWords.idWrong : identityWords.creditCodeWrong,
  };
}

/** The server's words for a field, shown at that field. */
function wrongByServer({ submission }: { submission: Submission<IdentityAnswer> }): Wrong {
  if (submission.status !== 'refused' || submission.failure.kind !== 'refused') return {};
  const { errors } = submission.failure;
  return {
    name: errors.find(({ path }) => /^(name|organisationName)/.test(path))?.message,
    number: errors.find(({ path }) => /^(idNumber|creditCode)/.test(path))?.message,
  };
}

export function useIdentity() {
  const signedIn = useSignedIn();
  const [holder, setHolder] = useState<Holder>('person');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<Wrong>({});
  const status = useRead({
    key: ['identity'],
    read: ({ signal }) => readIdentityStatus(signal),
    enabled: signedIn,
  });
  const control = useSubmission<IdentityRequest, IdentityAnswer>({
    formKey: 'identity',
    send: sendIdentity,
    onDone: () => {
      void sendKeptConsents(['identity']);
      // Policies, level and notices all depend on who the person is.
      void queryClient.invalidateQueries();
    },
  });

  const submit = async (): Promise<void> => {
    const found: Wrong = {
      ...wrongFields(holder, name, number),
      agreement: agreed ? undefined : identityWords.agreeFirst,
    };
    setWrong(found);
    if (found.name || found.number || found.agreement) return;
    keepConsent({ purpose: 'identity', wording: identityFormWords.consentLabel, how: 'box' });
    await sendKeptConsents(['identity']);
    await control.submit(requestOf(holder, name, number));
  };

  return {
    signedIn,
    status,
    control,
    holder,
    name,
    number,
    agreed,
    wrong: { ...wrongByServer(control), ...withoutEmpty(wrong) },
    submit,
    chooseHolder: (next: Holder) => {
      setHolder(next);
      setName('');
      setNumber('');
      setWrong({});
    },
    /** A mistake that was named goes as soon as it is put right, while typing: a line that vanished by a tap would move the button under the finger. */
    setName: (typed: string) => {
      setName(typed);
      setWrong((before) =>
        before.name ? { ...before, name: wrongFields(holder, typed, number).name } : before,
      );
    },
    setNumber: (typed: string) => {
      setNumber(typed);
      setWrong((before) =>
        before.number ? { ...before, number: wrongFields(holder, name, typed).number } : before,
      );
    },
    setAgreed: (now: boolean) => {
      setAgreed(now);
      setWrong((before) => ({ ...before, agreement: undefined }));
    },
    /** Said as soon as the number is left, while the paper is still in hand. */
    checkNumber: () => {
      if (number !== '')
        setWrong((before) => ({ ...before, number: wrongFields(holder, name, number).number }));
    },
  };
}
