import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import type { VoucherRedemption, VoucherReport } from '../../../bff/features/vouchers/contract';
import { report, type ReportBody } from './api';
import { reportWords as words } from './messages';
import { ReportReceipt } from './report-receipt';

const COMMENT_MAX = 500;

interface ReportSheetProps {
  voucherId: string;
  kind: VoucherReport['kind'];
  /** The use it is about; none where the shop refused before anything was used. */
  redemption?: VoucherRedemption;
  onClose: () => void;
}

/** Says what was wrong in two taps; what was done at once is on the receipt. */
export function ReportSheet({ voucherId, kind, redemption, onClose }: ReportSheetProps) {
  const [comment, setComment] = useState('');
  const control = useSubmission<ReportBody, { report: VoucherReport }>({
    formKey: `voucher-report:${redemption?.id ?? voucherId}:${kind}`,
    send: (body, key) => report(voucherId, body, key),
    onDone: () => {
      for (const key of ['voucher', 'vouchers', 'voucher-reports', 'home'])
        void queryClient.invalidateQueries({ queryKey: [key] });
    },
  });
  const { submission } = control;
  const send = () =>
    control.submit({
      kind,
      ...(redemption ? { redemptionId: redemption.id } : {}),
      ...(comment.trim() ? { comment: comment.trim() } : {}),
    });
  if (submission.status === 'done') {
    return (
      <Sheet
        open
        title={words.receipt}
        onClose={onClose}
        action={
          <Button wide onTap={onClose}>
            {words.close}
          </Button>
        }
      >
        <ReportReceipt report={submission.answer.report} />
      </Sheet>
    );
  }
  const action = submission.status !== 'unknown' && (
    <Button wide busyText={words.sending} onTap={send}>
      {words.send}
    </Button>
  );
  return (
    <Sheet open title={words.titles[kind]} onClose={onClose} action={action}>
      <Stack gap={4}>
        <Words tone="ink2">{words.hints[kind]}</Words>
        {redemption && (
          <Receipt
            lines={[
              { name: words.about, value: `${redemption.store.name}，${formatInstant(redemption.at)}` },
            ]}
          />
        )}
        <Field
          label={words.comment}
          value={comment}
          onChange={setComment}
          placeholder={words.placeholders[kind]}
          maxLength={COMMENT_MAX}
          multiline
        />
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
