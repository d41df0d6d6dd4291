import { brand } from '@/platform/brand';
import { callPhone } from '@/platform/phone-call';
import { goTo } from '@/platform/routes';
import type { WaitingWrite } from '@/platform/waiting-writes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { DeliveryState } from './delivery-state';
import { deliveryWords } from './messages';

interface KeptReportProps {
  write: WaitingWrite;
  onCallOff: () => void;
}

/** The report lies on this phone: said without a doubt, with the way that needs no network beside it. */
export function KeptReport({ write: { id, state, request }, onCallOff }: KeptReportProps) {
  const isOnItsWay = state === 'sending' || state === 'unknown';
  const injured = request.body?.injured === true;
  return (
    <>
      <DeliveryState at={isOnItsWay ? 'sending' : 'onPhone'} />
      <Card>
        <Stack>
          <Heading>{isOnItsWay ? deliveryWords.sendingTitle : deliveryWords.keptTitle}</Heading>
          <Words tone="ink2">{isOnItsWay ? deliveryWords.sendingLead : deliveryWords.keptLead}</Words>
        </Stack>
      </Card>
      <Button
        wide
        kind={injured ? 'ghost' : 'primary'}
        icon="camera"
        onTap={() => goTo('claims/photo', { report: id })}
      >
        {deliveryWords.photos}
      </Button>
      <Card>
        <Stack>
          <Words size="sub" tone="ink2">
            {deliveryWords.urgent}
          </Words>
          <Button wide kind="ghost" icon="phone" onTap={() => callPhone(brand.hotline)}>
            {brand.hotline}
          </Button>
        </Stack>
      </Card>
      {!isOnItsWay && (
        <Button kind="text" onTap={onCallOff}>
          {deliveryWords.callOff}
        </Button>
      )}
    </>
  );
}
