import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Field } from '@/ui/field';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Line, Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { PolicyDetail } from '../../../bff/features/policies/contract';
import { serviceWords as words } from './service-messages';
import { type BusinessControl, useBusiness } from './use-business';

/** Where the policyholder is reached. The phone can only become the proven one, so nobody types a number here. */
export function ContactCard({ policy: { id, contact } }: { policy: PolicyDetail }) {
  const [open, setOpen] = useState(false);
  const done = () => showToast({ text: words.done });
  const phone = useBusiness(id, 'phone', done);
  const address = useBusiness(id, 'address', () => {
    setOpen(false);
    done();
  });
  if (!contact) {
    return (
      <Card>
        <Words tone="ink2">{words.notHolder}</Words>
      </Card>
    );
  }
  return (
    <Card>
      <Stack gap={3}>
        <Receipt
          lines={[
            { name: words.phone, value: contact.phoneMasked ?? words.none },
            { name: words.address, value: contact.address ?? words.none },
          ]}
        />
        <Words size="sub" tone="ink2">
          {words.contactLead}
        </Words>
        <SubmissionNotice control={phone} />
        <Line gap={2} wrap>
          <Button kind="ghost" size="small" onTap={() => setOpen(true)}>
            {words.changeAddress}
          </Button>
          {phone.submission.status !== 'unknown' && (
            <Button
              kind="ghost"
              size="small"
              busyText={words.saving}
              onTap={() => phone.submit({ kind: 'contact', change: { phone: 'login' } })}
            >
              {words.phoneToLogin}
            </Button>
          )}
        </Line>
      </Stack>
      <AddressSheet open={open} onClose={() => setOpen(false)} control={address} />
    </Card>
  );
}

interface AddressSheetProps {
  open: boolean;
  onClose: () => void;
  control: BusinessControl;
}

const isAddress = (text: string) => text.trim().length >= 5 && text.trim().length <= 100;

function AddressSheet({ open, onClose, control }: AddressSheetProps) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const save = async () => {
    setWrong(!isAddress(text));
    if (isAddress(text)) await control.submit({ kind: 'contact', change: { address: text.trim() } });
  };
  const action = control.submission.status !== 'unknown' && (
    <Button wide busyText={words.saving} onTap={save}>
      {words.save}
    </Button>
  );
  return (
    <Sheet open={open} title={words.changeAddress} onClose={onClose} action={action || undefined}>
      <Stack gap={3}>
        <Field
          label={words.addressLabel}
          value={text}
          onChange={(value) => {
            setText(value);
            setWrong(false);
          }}
          maxLength={100}
          multiline
          hint={words.addressHint}
          error={wrong ? words.addressWrong : undefined}
        />
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
