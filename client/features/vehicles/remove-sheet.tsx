import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import { showToast } from '@/ui/toast';
import { displayPlate } from '../../../bff/identifiers';
import type { Vehicle } from '../../../bff/features/vehicles/contract';
import { removeVehicle } from './api';
import { laterWords, messages } from './messages';

const words = messages.list;

/** Names the car and says what stays; removing twice is harmless. */
export function RemoveSheet({ vehicle, onClose }: { vehicle: Vehicle; onClose: () => void }) {
  const control = useSubmission<{ id: string }, unknown>({
    formKey: `vehicle-removal:${vehicle.id}`,
    send: (body) => removeVehicle(body.id),
    later: (body) => ({
      request: { method: 'DELETE', path: `/vehicles/${body.id}` },
      title: laterWords.remove(displayPlate(vehicle.plate)),
      lines: [],
      open: { route: 'vehicles/list' },
      touches: ['vehicles', 'holdings', 'home'],
    }),
    onDone: () => {
      showToast({ text: words.removed(displayPlate(vehicle.plate)) });
      void queryClient.invalidateQueries({ queryKey: ['vehicles'] });
      onClose();
    },
  });
  return (
    <Sheet
      open
      title={words.removeTitle(displayPlate(vehicle.plate))}
      onClose={onClose}
      action={
        control.submission.status !== 'unknown' &&
        control.submission.status !== 'queued' && (
          <Button
            kind="danger"
            wide
            busy={control.submission.status === 'sending'}
            busyText={words.removing}
            onTap={() => control.submit({ id: vehicle.id })}
          >
            {words.removeGo}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        <Words>{words.removeBody}</Words>
        <SubmissionNotice control={control} />
      </Stack>
    </Sheet>
  );
}
