import { goTo } from '@/platform/routes';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Grow, Line, Stack } from '@/ui/stack';
import { Heading, Words } from '@/ui/text';
import { displayPlate } from '../../../bff/identifiers';
import type { Vehicle } from '../../../bff/features/vehicles/contract';
import { messages, vehicleCardWords } from './messages';

const words = messages.list;

/** One car of the member, with the way to its violations. */
export function VehicleCard({ vehicle, onRemove }: { vehicle: Vehicle; onRemove: () => void }) {
  return (
    <Card>
      <Stack gap={2}>
        <Heading size="head">{displayPlate(vehicle.plate)}</Heading>
        <Words size="sub" tone="ink2">
          {vehicle.model ?? words.kinds[vehicle.plateType]}
        </Words>
        <Words size="small" tone="ink3">
          {words.vin(vehicle.vinMasked)}
        </Words>
        {vehicle.vinWarning && (
          <Words size="small" tone="due">
            {vehicle.vinWarning}
          </Words>
        )}
        <Line gap={3}>
          <Grow>
            <Button
              kind="ghost"
              wide
              icon="light"
              label={vehicleCardWords.lookUpLabel(vehicle.plate)}
              onTap={() => goTo('vehicles/violations', { id: vehicle.id })}
            >
              {vehicleCardWords.lookUp}
            </Button>
          </Grow>
          <Button kind="text" label={`${words.remove} ${vehicle.plate}`} onTap={onRemove}>
            {words.remove}
          </Button>
        </Line>
      </Stack>
    </Card>
  );
}
