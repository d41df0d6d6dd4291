import { Card } from '@/ui/card';
import type { IconName } from '@/ui/icon/icon';
import { Row } from '@/ui/row';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';

type Kind = ClaimDetail['nextAction']['kind'];

const icons: Record<Kind, IconName> = {
  takePhotos: 'camera',
  wait: 'clock',
  answerCall: 'phone',
  bringPapers: 'doc',
  uploadPapers: 'doc',
  answerAssessment: 'doc',
  giveAccount: 'doc',
  confirmAccount: 'doc',
  undoWithdrawal: 'clock',
  rate: 'check',
  none: 'check',
};

/** What the customer can do now, or that there is nothing to do. */
export function NextActionCard({ claim: { nextAction } }: { claim: ClaimDetail }) {
  const { kind, title, detail } = nextAction;
  // The button at the thumb says it already.
  if (kind === 'takePhotos') return null;
  return (
    <Card flush>
      <Row icon={icons[kind]} tile={kind === 'none' ? 'grey' : 'brand'} title={title} detail={detail} />
    </Card>
  );
}
