import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Row } from '@/ui/row';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { LostItem, PolicyDetail } from '../../../bff/features/policies/contract';
import { itemNames, serviceWords as words } from './service-messages';
import { type BusinessControl, useBusiness } from './use-business';

const itemsOf = ({ product }: PolicyDetail): LostItem[] =>
  product === 'compulsory' ? ['policy', 'mark'] : ['policy', 'card'];

/** What can be lost of this policy, and what is reported as lost. */
export function LossCard({ policy }: { policy: PolicyDetail }) {
  const control = useBusiness(policy.id, 'loss', () => showToast({ text: words.done }));
  const over = policy.status === 'expired' || policy.status === 'cancelled';
  return (
    <>
      <Words size="sub" tone="ink2">
        {over ? words.ended : words.lossLead}
      </Words>
      {!over && (
        <>
          <SubmissionNotice control={control} />
          {itemsOf(policy).map((item) => (
            <Item key={item} item={item} policy={policy} control={control} />
          ))}
        </>
      )}
    </>
  );
}

interface ItemProps {
  item: LostItem;
  policy: PolicyDetail;
  control: BusinessControl;
}

function Item({ item, policy: { losses }, control }: ItemProps) {
  const loss = losses.find((one) => one.item === item);
  const business = loss
    ? ({ kind: 'undo', recordId: loss.recordId } as const)
    : ({ kind: 'loss', item } as const);
  return (
    <Card>
      <Stack gap={2}>
        <Row title={itemNames[item]} detail={loss ? words.lostSince(formatInstant(loss.at)) : undefined} />
        {control.submission.status !== 'unknown' && (
          <Button
            kind="ghost"
            size="small"
            label={`${loss ? words.found : words.report} ${itemNames[item]}`}
            busyText={loss ? words.undoing : words.reporting}
            onTap={() => control.submit(business)}
          >
            {loss ? words.found : words.report}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
