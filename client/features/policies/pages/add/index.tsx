import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useSubmission } from '@/api/submission';
import { brand } from '@/platform/brand';
import { useElder } from '@/platform/preferences';
import { goTo, redirectTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { TermRow } from '@/ui/term';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { PolicySummary } from '../../../../../bff/features/policies/contract';
import { addWords as words } from '../../add-messages';
import { addPolicy } from '../../api';

const SHORTEST = 4;

/** A policy by its number. What is refused is refused in one way: the words of the server, whatever the reason. */
export default function AddPolicyPage() {
  const signedIn = useSignedIn();
  const elder = useElder();
  const [policyNo, setPolicyNo] = useState('');
  const [wrong, setWrong] = useState(false);
  const control = useSubmission<{ policyNo: string }, PolicySummary>({
    formKey: 'policy-link',
    send: (body, key) => addPolicy(body.policyNo, key),
    onDone: ({ id }) => {
      showToast({ text: words.done });
      void queryClient.invalidateQueries({ queryKey: ['policies'] });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
      void redirectTo('policies/detail', { id });
    },
  });
  const { submission } = control;
  const add = async () => {
    const given = policyNo.trim();
    setWrong(given.length < SHORTEST);
    if (given.length >= SHORTEST) await control.submit({ policyNo: given });
  };
  const needsIdentity =
    submission.status === 'refused' &&
    submission.failure.kind === 'refused' &&
    submission.failure.code === 'IDENTITY_NEEDED';
  const action = signedIn && submission.status !== 'unknown' && (
    <ActionBar callNumber={elder ? undefined : brand.hotline}>
      {needsIdentity ? (
        <Button wide onTap={() => goTo('account/identity')}>
          {words.identity}
        </Button>
      ) : (
        <Button wide busy={submission.status === 'sending'} busyText={words.adding} onTap={add}>
          {words.add}
        </Button>
      )}
    </ActionBar>
  );
  return (
    <Page title={words.title} action={action || undefined}>
      {signedIn ? (
        <>
          <Words tone="ink2">{words.lead}</Words>
          <TermRow text={words.lead} />
          <Card>
            <Stack gap={4}>
              <Field
                label={words.label}
                value={policyNo}
                onChange={(value) => {
                  setPolicyNo(value);
                  setWrong(false);
                }}
                maxLength={64}
                hint={words.hint}
                error={wrong ? words.wrong : undefined}
              />
              <SubmissionNotice control={control} />
            </Stack>
          </Card>
          <Words size="sub" tone="ink2">
            {words.why}
          </Words>
          <Words size="sub" tone="ink2">
            {words.notHere}
          </Words>
        </>
      ) : (
        <ErrorState failure={{ kind: 'sessionGone' }} />
      )}
    </Page>
  );
}
