import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Receipt, type ReceiptLine } from '@/ui/receipt';
import { Row } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { ServiceRecord } from '../../../bff/features/policies/contract';
import { lostNames } from './detail-messages';
import { changeWords, kindNames, serviceWords as words } from './service-messages';
import { useBusiness } from './use-business';

function linesOf({ receiptNo, at, policyNo, item, changes, policies }: ServiceRecord): ReceiptLine[] {
  return [
    { name: words.receipt, value: receiptNo },
    { name: words.when, value: formatInstant(at) },
    { name: words.policyNo, value: policyNo },
    ...(item ? [{ name: words.item, value: lostNames[item] }] : []),
    ...changes.map(({ field, before, after }) => ({
      name: words[field],
      value: changeWords(before, after),
    })),
    ...(changes.length > 0 ? [{ name: words.policies, value: words.policiesCount(policies) }] : []),
  ];
}

/** Each piece of business with its receipt on a tap; what may be taken back is taken back there. */
export function RecordList({ records }: { records: readonly ServiceRecord[] }) {
  const [openId, setOpenId] = useState<string>();
  const open = records.find(({ id }) => id === openId);
  if (records.length === 0) {
    return (
      <Card>
        <Words tone="ink2">{words.noRecords}</Words>
      </Card>
    );
  }
  return (
    <>
      <Card flush>
        {records.map((record) => (
          <Row
            key={record.id}
            title={
              record.item ? `${kindNames[record.kind]} ${lostNames[record.item]}` : kindNames[record.kind]
            }
            detail={formatInstant(record.at)}
            onTap={() => setOpenId(record.id)}
          />
        ))}
      </Card>
      {open && <RecordSheet record={open} onClose={() => setOpenId(undefined)} />}
    </>
  );
}

function RecordSheet({ record, onClose }: { record: ServiceRecord; onClose: () => void }) {
  const control = useBusiness(record.policyId, `undo:${record.id}`, () => {
    onClose();
    showToast({ text: words.done });
  });
  const action = record.canUndo && control.submission.status !== 'unknown' && (
    <Button
      wide
      kind="ghost"
      busyText={words.undoing}
      onTap={() => control.submit({ kind: 'undo', recordId: record.id })}
    >
      {record.kind === 'lossReport' ? words.found : words.undo}
    </Button>
  );
  return (
    <Sheet open title={words.receiptTitle} onClose={onClose} action={action || undefined}>
      <Stack gap={3}>
        <Receipt lines={linesOf(record)} />
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
