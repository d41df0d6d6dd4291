import { useState } from 'react';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { isMobile } from '../../../../bff/identifiers';
import { sendLink } from './api';
import { askWords } from './messages';

/** Somebody else stands beside the car: they get a link by SMS and need no account. */
export function AskBySms({ claimId }: { claimId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="ghost" wide icon="send" onTap={() => setOpen(true)}>
        {askWords.ask}
      </Button>
      {open && <AskSheet claimId={claimId} onClose={() => setOpen(false)} />}
    </>
  );
}

function AskSheet({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const [phone, setPhone] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const control = useSubmission({
    formKey: `claim:${claimId}:photo-link`,
    send: (body: { phone: string }, key) => sendLink(claimId, body.phone, key),
  });
  const { submission, submit, reset } = control;
  if (submission.status === 'done') {
    const { phoneMasked, expiresAt, photosLeft } = submission.answer;
    const again = (
      <Button
        kind="ghost"
        wide
        onTap={() => {
          setPhone('');
          reset();
        }}
      >
        {askWords.again}
      </Button>
    );
    return (
      <Sheet open title={askWords.title} onClose={onClose} action={again}>
        <Stack gap={3}>
          <Notice tone="ok" icon="check">
            {askWords.sent(phoneMasked)}
          </Notice>
          <Words>{askWords.sentMeans(formatInstant(expiresAt), photosLeft)}</Words>
        </Stack>
      </Sheet>
    );
  }
  const send = async () => {
    setIsWrong(!isMobile(phone));
    if (isMobile(phone)) await submit({ phone });
  };
  const isSending = submission.status === 'sending';
  return (
    <Sheet
      open
      title={askWords.title}
      onClose={onClose}
      action={
        submission.status !== 'unknown' && (
          <Button wide busy={isSending} busyText={askWords.sending} onTap={send}>
            {askWords.send}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        <SubmissionNotice control={control} />
        <Words size="sub" tone="ink2">
          {askWords.lead}
        </Words>
        <Field
          label={askWords.phone}
          keyboard="number"
          maxLength={20}
          value={phone}
          hint={askWords.phoneHint}
          error={isWrong ? askWords.phoneWrong : undefined}
          onChange={setPhone}
        />
      </Stack>
    </Sheet>
  );
}
