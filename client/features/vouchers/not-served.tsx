import { useState } from 'react';
import { Card } from '@/ui/card';
import { Row } from '@/ui/row';
import { reportWords as words } from './messages';
import { ReportSheet } from './report-sheet';

/** A shop that turned its guest away before anything was used. */
export function NotServed({ voucherId }: { voucherId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card flush>
        <Row icon="msg" title={words.earlier} detail={words.refused} onTap={() => setOpen(true)} />
      </Card>
      {open && <ReportSheet voucherId={voucherId} kind="refusedByStore" onClose={() => setOpen(false)} />}
    </>
  );
}
