import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { redirectTo } from '@/platform/routes';
import { Choice } from '@/ui/choice';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { displayPlate } from '../../../../../bff/identifiers';
import { vehicleList } from '../../../../../bff/features/vehicles/contract';
import { readVehicles } from '../../api';
import { messages, vehiclePageWords } from '../../messages';
import { ViolationReportView } from '../../violation-report';

const words = messages.violations;

export default function ViolationsPage() {
  usePullToRefresh(['vehicles']);
  const { id } = useRouter().params;
  const [chosen, setChosen] = useState(id);
  const read = useRead({ key: ['vehicles'], read: ({ signal }) => readVehicles(signal), kept: vehicleList });
  return (
    <Page title={words.title}>
      <Loaded read={read} system={vehiclePageWords.system}>
        {({ items }) => {
          const vehicle = items.find((one) => one.id === chosen) ?? items[0];
          if (!vehicle) {
            return (
              <Empty
                icon="car"
                title={messages.list.emptyTitle}
                action={{ text: messages.list.add, onTap: () => void redirectTo('vehicles/list') }}
              >
                {messages.list.emptyHint}
              </Empty>
            );
          }
          return (
            <>
              <Choice
                label={messages.list.title}
                options={items.map((one) => ({ value: one.id, text: displayPlate(one.plate) }))}
                value={vehicle.id}
                onChange={setChosen}
              />
              <ViolationReportView key={vehicle.id} vehicleId={vehicle.id} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
