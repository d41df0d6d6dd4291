import { useState } from 'react';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { showToast } from '@/ui/toast';
import { Words } from '@/ui/text';
import { isMobile } from '../../../bff/identifiers';
import { AskedNotice } from './asked-notice';
import { RoleChoice } from './role-choice';
import { inviteClerk, type Invitation } from './staff-api';
import { staffWords as words } from './staff-messages';
import { StorePicks } from './store-picks';
import { useAskUntilKnown } from './use-ask-until-known';

interface InviteSheetProps {
  stores: readonly { id: string; name: string }[];
  onInvited: () => void;
  onClose: () => void;
}

/** A phone number, a name, what they may do, and where. */
export function InviteSheet({ stores, onInvited, onClose }: InviteSheetProps) {
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Invitation['role']>('clerk');
  const [storeIds, setStoreIds] = useState(() => (stores[0] && stores.length === 1 ? [stores[0].id] : []));
  const control = useSubmission<Invitation, Awaited<ReturnType<typeof inviteClerk>>>({
    formKey: 'invite-clerk',
    send: inviteClerk,
    onDone: ({ clerk }) => {
      showToast({ text: words.invited(clerk.name) });
      onInvited();
    },
  });
  const { submission, submit, queryProgress } = control;
  useAskUntilKnown(submission.status, queryProgress);
  const isSending = submission.status === 'sending';
  const isBadPhone = phone.replace(/\D/g, '').length >= 11 && !isMobile(phone);
  const isReady = isMobile(phone) && name.trim() !== '' && storeIds.length > 0;
  return (
    <Sheet
      open
      title={words.inviteTitle}
      onClose={isSending ? () => undefined : onClose}
      action={
        submission.status !== 'unknown' && (
          <Button
            wide
            busy={isSending}
            busyText={words.sending}
            disabled={!isReady}
            onTap={() => submit({ phone, name: name.trim(), role, storeIds })}
          >
            {words.send}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Words size="sub" tone="ink2">
          {words.inviteHow}
        </Words>
        <Field
          label={words.phone}
          hint={words.phoneHint}
          error={isBadPhone ? words.phoneBad : undefined}
          keyboard="number"
          value={phone}
          onChange={setPhone}
          maxLength={11}
        />
        <Field label={words.name} hint={words.nameHint} value={name} onChange={setName} maxLength={20} />
        <RoleChoice role={role} onChange={setRole} />
        <StorePicks stores={stores} picked={storeIds} onChange={setStoreIds} />
        <AskedNotice control={control} />
      </Stack>
    </Sheet>
  );
}
