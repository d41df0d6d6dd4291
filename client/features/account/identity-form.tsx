import { goTo } from '@/platform/routes';
import { Agreement } from '@/ui/agreement';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import type { Holder, useIdentity } from './use-identity';
import { identityFormWords } from './messages';

const holders: readonly { value: Holder; text: string }[] = [
  { value: 'person', text: identityFormWords.person },
  { value: 'company', text: identityFormWords.company },
];

/** Name and number of a person or a company, checked on the phone while the paper is still in hand. */
export function IdentityForm({ identity }: { identity: ReturnType<typeof useIdentity> }) {
  const { holder, name, number, agreed, wrong, control } = identity;
  const person = holder === 'person';
  return (
    <>
      <Card>
        <Stack gap={4}>
          <Choice
            label={identityFormWords.whose}
            options={holders}
            value={holder}
            onChange={identity.chooseHolder}
          />
          <Field
            label={person ? identityFormWords.name : identityFormWords.companyName}
            hint={person ? identityFormWords.nameHint : identityFormWords.companyNameHint}
            maxLength={person ? 40 : 80}
            value={name}
            error={wrong.name}
            onChange={identity.setName}
          />
          <Field
            label={person ? identityFormWords.idNumber : identityFormWords.creditCode}
            keyboard={person ? 'idcard' : 'text'}
            hint={person ? identityFormWords.idHint : identityFormWords.creditCodeHint}
            maxLength={32}
            value={number}
            error={wrong.number}
            onChange={identity.setNumber}
            onBlur={identity.checkNumber}
          />
        </Stack>
      </Card>
      {wrong.agreement && <Notice tone="due">{wrong.agreement}</Notice>}
      <Agreement checked={agreed} onChange={identity.setAgreed} label={identityFormWords.consentLabel}>
        {identityFormWords.consent}
      </Agreement>
      <SubmissionNotice control={control} />
      <Button
        wide
        busy={control.submission.status === 'sending'}
        busyText={identityFormWords.checking}
        disabled={control.submission.status === 'unknown'}
        onTap={identity.submit}
      >
        {identityFormWords.check}
      </Button>
      <Button kind="text" onTap={() => goTo('account/document', { name: 'privacy' })}>
        {identityFormWords.privacy}
      </Button>
    </>
  );
}
