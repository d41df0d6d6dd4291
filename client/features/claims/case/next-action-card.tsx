import Taro from '@tarojs/taro';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import type { IconName } from '@/ui/icon/icon';
import { Row } from '@/ui/row';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { nextActionWords } from '../after-messages';
import { placeOf, type CasePlace } from './case-place';

type Kind = ClaimDetail['nextAction']['kind'];

const icons: Record<Exclude<Kind, 'takePhotos' | 'rate' | 'undoWithdrawal'>, IconName> = {
  wait: 'clock',
  answerCall: 'phone',
  bringPapers: 'doc',
  uploadPapers: 'doc',
  answerAssessment: 'doc',
  giveAccount: 'doc',
  confirmAccount: 'doc',
  none: 'check',
};

const places: Partial<Record<Kind, { at: CasePlace; words: string }>> = {
  uploadPapers: { at: 'papers', words: nextActionWords.uploadPapers },
  answerAssessment: { at: 'money', words: nextActionWords.answerAssessment },
  giveAccount: { at: 'money', words: nextActionWords.giveAccount },
  confirmAccount: { at: 'money', words: nextActionWords.confirmAccount },
};

/** What the bar at the head of a page covers. */
const HEAD_PX = 96;

/** What the customer can do now, or that there is nothing to do. */
export function NextActionCard({ claim: { nextAction } }: { claim: ClaimDetail }) {
  const { kind, title, detail } = nextAction;
  // The button at the thumb says the first, the card below with its scores the second, the notice above the third.
  if (kind === 'takePhotos' || kind === 'rate' || kind === 'undoWithdrawal') return null;
  const place = places[kind];
  const go = place && (
    <Button
      kind="ghost"
      size="small"
      onTap={() => void Taro.pageScrollTo({ selector: `#${placeOf(place.at)}`, offsetTop: -HEAD_PX })}
    >
      {place.words}
    </Button>
  );
  return (
    <Card flush>
      <Row
        icon={icons[kind]}
        tile={kind === 'none' ? 'grey' : 'brand'}
        title={title}
        detail={detail}
        value={go}
      />
    </Card>
  );
}
