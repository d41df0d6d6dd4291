import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { useElder } from '@/platform/preferences';
import { goTo } from '@/platform/routes';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import type { ClaimDetail } from '../../../../bff/features/claims/contract';
import { currentStep, missingShots } from './case-steps';
import { caseActionWords } from '../messages';

/** The next thing the customer can do: photos while they help, else a call to who has the case in hand. */
export function CaseAction({ claim }: { claim: ClaimDetail | undefined }) {
  // Elder mode has its own call bar on every page.
  const elder = useElder();
  const isTime = claim?.nextAction.kind === 'takePhotos' || claim?.status === 'queued';
  const missing = claim?.open && isTime ? missingShots(claim).length : 0;
  if (claim && missing > 0) {
    return (
      <ActionBar callNumber={elder ? undefined : brand.hotline}>
        <Button
          wide
          kind={claim.injured ? 'ghost' : 'primary'}
          icon="camera"
          onTap={() => goTo('claims/photo', { id: claim.id })}
        >
          {claim.photos.received.length > 0
            ? caseActionWords.morePhotos(missing)
            : caseActionWords.allPhotos(missing)}
        </Button>
      </ActionBar>
    );
  }
  const owner = claim && currentStep(claim.steps)?.owner;
  const phone = owner?.phone;
  if (elder && !phone) return null;
  return (
    <ActionBar>
      <Button wide kind="ghost" icon="phone" onTap={() => callPhone(phone ?? brand.hotline)}>
        {owner && phone ? caseActionWords.call(owner.name) : caseActionWords.callHotline(brand.hotline)}
      </Button>
    </ActionBar>
  );
}
