import { Card } from '@/ui/card';
import type { IconName } from '@/ui/icon/icon';
import { Row } from '@/ui/row';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';

type Kind = ClaimDetail['nextAction']['kind'];

const icons: Record<Exclude<Kind, 'takePhotos' | 'rate'>, IconName> = {
  wait: 'clock',
  answerCall: 'phone',
  bringPapers: 'doc',
  uploadPapers: 'doc',
  answerAssessment: 'doc',
  giveAccount: 'doc',
  confirmAccount: 'doc',
  undoWithdrawal: 'clock',
  none: 'check',
};

/** What the customer can do now, or that there is nothing to do. */
export function NextActionCard({ claim: { nextAction } }: { claim: ClaimDetail }) {
  const { kind, title, detail } = nextAction;
  // The button at the thumb says the one, the card below with its scores the other.
  if (kind === 'takePhotos' || kind === 'rate') return null;
  return (
    <Card flush>
      <Row icon={icons[kind]} tile={kind === 'none' ? 'grey' : 'brand'} title={title} detail={detail} />
    </Card>
  );
}
