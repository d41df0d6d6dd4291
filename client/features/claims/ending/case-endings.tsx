import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { formatInstant } from '@/ui/format/time';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { reopenWords, withdrawWords } from '../after-messages';
import { beforeSurvey } from '../case/case-steps';
import { useClaimWrite } from '../case/use-claim-write';

/** Taking back and asking again, with the consequences said before and not after. */
export function CaseEndings({ claim }: { claim: ClaimDetail }) {
  return (
    <>
      {claim.options.withdraw.allowed && <Withdraw claim={claim} />}
      {claim.options.reopen.allowed && <Reopen claim={claim} />}
    </>
  );
}

const SHORTEST_REASON = 2;

/** The right stays to the end; it stands last and quiet. */
function Withdraw({ claim }: { claim: ClaimDetail }) {
  const { id, options } = claim;
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<string>();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const control = useClaimWrite(id, { about: 'withdrawal', onDone: () => setOpen(false) });
  const reason = typed.trim() || (picked ?? '');
  const tooShort = reason.length < SHORTEST_REASON;
  const withdraw = () => {
    setAsked(true);
    return tooShort ? undefined : control.submit({ path: ['withdrawal'], body: { reason } });
  };
  return (
    <>
      <Button kind="text" onTap={() => setOpen(true)}>
        {beforeSurvey(claim) ? withdrawWords.row : withdrawWords.rowLater}
      </Button>
      <Sheet
        open={open}
        title={withdrawWords.title}
        onClose={() => setOpen(false)}
        action={
          control.submission.status !== 'unknown' && (
            <Button wide kind="danger" busyText={withdrawWords.submitting} onTap={withdraw}>
              {withdrawWords.submit}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <SubmissionNotice control={control} />
          <Stack gap={2}>
            {options.withdraw.consequences.map((consequence) => (
              <Words key={consequence} size="sub">
                {consequence}
              </Words>
            ))}
          </Stack>
          <Stack gap={2}>
            <Words size="sub">{withdrawWords.reason}</Words>
            <Choice
              label={withdrawWords.reason}
              options={withdrawWords.reasons.map((text) => ({ value: text, text }))}
              value={picked}
              onChange={setPicked}
            />
          </Stack>
          <Field
            label={withdrawWords.other}
            maxLength={500}
            value={typed}
            error={asked && tooShort ? withdrawWords.pick : undefined}
            onChange={setTyped}
          />
        </Stack>
      </Sheet>
    </>
  );
}

/** For 24 hours a withdrawal is taken back by one tap. */
export function UndoWithdrawal({ claim: { id, withdrawal } }: { claim: ClaimDetail }) {
  const control = useClaimWrite(id, {
    about: 'withdrawal-undo',
    onDone: () => showToast({ text: withdrawWords.undone }),
  });
  if (!withdrawal) return null;
  if (!withdrawal.undoable) return <Notice tone="grey">{withdrawWords.final}</Notice>;
  const undo = (
    <Button
      kind="ghost"
      size="small"
      icon="undo"
      busyText={withdrawWords.undoing}
      onTap={() => control.submit({ path: ['withdrawal', 'undo'] })}
    >
      {withdrawWords.undo}
    </Button>
  );
  return (
    <>
      <SubmissionNotice control={control} />
      <Notice tone="due" icon="clock" action={undo}>
        {withdrawWords.until(formatInstant(withdrawal.undoUntil))}
      </Notice>
    </>
  );
}

function Reopen({ claim: { id, options } }: { claim: ClaimDetail }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const control = useClaimWrite(id, {
    about: 'reopening',
    onDone: () => {
      setOpen(false);
      showToast({ text: reopenWords.done });
    },
  });
  const send = () => {
    setAsked(true);
    return tooShort ? undefined : control.submit({ path: ['reopening'], body: { reason: reason.trim() } });
  };
  const { until } = options.reopen;
  return (
    <>
      <Card flush>
        <Row title={reopenWords.row} onTap={() => setOpen(true)} />
      </Card>
      <Sheet
        open={open}
        title={reopenWords.title}
        onClose={() => setOpen(false)}
        action={
          control.submission.status !== 'unknown' && (
            <Button wide busyText={reopenWords.submitting} onTap={send}>
              {reopenWords.submit}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <SubmissionNotice control={control} />
          <Field
            label={reopenWords.field}
            placeholder={reopenWords.example}
            multiline
            maxLength={500}
            value={reason}
            error={asked && tooShort ? reopenWords.tooShort : undefined}
            onChange={setReason}
          />
          {until && (
            <Words size="sub" tone="ink2">
              {reopenWords.until(formatInstant(until))}
            </Words>
          )}
        </Stack>
      </Sheet>
    </>
  );
}
