import { useState } from 'react';
import { Card } from '@/ui/card';
import { formatAge, formatInstant } from '@/ui/format/time';
import { Receipt } from '@/ui/receipt';
import { Row, Rows } from '@/ui/row';
import { Section } from '@/ui/section';
import { showToast } from '@/ui/toast';
import { Words } from '@/ui/text';
import type { Device } from '../../../bff/features/merchant/contract';
import { AskSheet } from './ask-sheet';
import { endDevice } from './staff-api';
import { deviceWords as words } from './staff-messages';

interface DeviceListProps {
  devices: readonly Device[];
  onEnded: () => void;
}

/** Every sign-in of the people in sight; a lost phone is out with two taps. */
export function DeviceList({ devices, onEnded }: DeviceListProps) {
  const [ending, setEnding] = useState<Device>();
  return (
    <Section title={words.title}>
      <Words size="sub" tone="ink2">
        {devices.length === 0 ? words.none : words.lead}
      </Words>
      {devices.length > 0 && (
        <Card flush>
          <Rows>
            {devices.map((device) => (
              <Row
                key={device.id}
                icon={device.client === 'app' ? 'phone' : 'key'}
                title={`${device.clerkName}，${words.client[device.client]}`}
                detail={
                  device.current
                    ? `${words.current}，${words.signedIn(formatInstant(device.signedInAt))}`
                    : `${words.lastUsed(formatAge(device.lastUsedAt))}，${words.signedIn(formatInstant(device.signedInAt))}`
                }
                onTap={() => setEnding(device)}
              />
            ))}
          </Rows>
        </Card>
      )}
      {ending && (
        <AskSheet
          title={words.endTitle}
          text={ending.current ? words.endCurrent : words.endWhat(ending.clerkName)}
          facts={
            <Receipt
              lines={[
                { name: words.who, value: ending.clerkName },
                { name: words.where, value: words.client[ending.client] },
                { name: words.since, value: formatInstant(ending.signedInAt) },
                { name: words.when, value: formatInstant(ending.lastUsedAt) },
              ]}
            />
          }
          go={words.end(ending.clerkName)}
          going={words.ending}
          send={() => endDevice(ending.id)}
          onDone={() => {
            setEnding(undefined);
            showToast({ text: words.ended });
            onEnded();
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Section>
  );
}
