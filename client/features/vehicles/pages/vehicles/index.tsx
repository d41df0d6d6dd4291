import { useState } from 'react';
import { goTo } from '@/platform/routes';
import { usePullToRefresh } from '@/api/use-pull-to-refresh';
import { useRead } from '@/api/use-read';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Loaded } from '@/ui/loaded';
import { Page } from '@/ui/page';
import { Stack } from '@/ui/stack';
import { showToast } from '@/ui/toast';
import { displayPlate } from '../../../../../bff/identifiers';
import { vehicleList, type Vehicle } from '../../../../../bff/features/vehicles/contract';
import { readVehicles } from '../../api';
import { messages, vehiclePageWords } from '../../messages';
import { RemoveSheet } from '../../remove-sheet';
import { VehicleCard } from '../../vehicle-card';
import { VehicleForm } from '../../vehicle-form';

const words = messages.list;

export default function VehiclesPage() {
  usePullToRefresh(['vehicles']);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Vehicle>();
  const read = useRead({ key: ['vehicles'], read: ({ signal }) => readVehicles(signal), kept: vehicleList });
  /** The way back leads to the list with the new car on it, not to a form that is done. */
  const added = ({ id, plate }: Vehicle) => {
    setAdding(false);
    showToast({ text: words.added(displayPlate(plate)) });
    void goTo('vehicles/violations', { id });
  };
  if (adding) {
    return (
      <Page title={messages.form.title}>
        <VehicleForm onAdded={added} />
        <Button kind="text" wide onTap={() => setAdding(false)}>
          {vehiclePageWords.notNow}
        </Button>
      </Page>
    );
  }
  return (
    <Page title={words.title}>
      <Loaded read={read} system={vehiclePageWords.system}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="car"
              title={words.emptyTitle}
              action={{ text: words.add, onTap: () => setAdding(true) }}
            >
              {words.emptyHint}
            </Empty>
          ) : (
            <Stack>
              {items.map((vehicle) => (
                <VehicleCard key={vehicle.id} vehicle={vehicle} onRemove={() => setRemoving(vehicle)} />
              ))}
              <Card flush>
                <Button kind="text" wide icon="plus" onTap={() => setAdding(true)}>
                  {words.add}
                </Button>
              </Card>
            </Stack>
          )
        }
      </Loaded>
      {removing && <RemoveSheet vehicle={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  );
}
