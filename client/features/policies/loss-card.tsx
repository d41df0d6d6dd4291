import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { formatInstant } from '@/ui/format/time';
import { Grow, Line } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import type { LostItem, PolicyDetail } from '../../../bff/features/policies/contract';
import { lostNames } from './detail-messages';
import { serviceWords as words } from './service-messages';
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
      <Line gap={2} spread wrap>
        <Grow>
          <Words>{lostNames[item]}</Words>
          {loss && (
            <Words size="sub" tone="ink2">
              {words.lostSince(formatInstant(loss.at))}
            </Words>
          )}
        </Grow>
        {control.submission.status !== 'unknown' && (
          <Button
            kind="ghost"
            size="small"
            label={`${loss ? words.found : words.report} ${lostNames[item]}`}
            busyText={loss ? words.undoing : words.reporting}
            onTap={() => control.submit(business)}
          >
            {loss ? words.found : words.report}
          </Button>
        )}
      </Line>
    </Card>
  );
}
