import { View } from '@tarojs/components';
import { Agreement } from '@/ui/agreement';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Stack } from '@/ui/stack';
import { SubmissionNotice } from '@/ui/submission-notice';
import { Words } from '@/ui/text';
import type { Vehicle } from '../../../bff/features/vehicles/contract';
import { messages } from './messages';
import { type PlateType, useVehicleForm } from './use-vehicle-form';

const words = messages.form;
/** The commonest first; a record's keys would come sorted by number. */
const plateTypes: PlateType[] = ['02', '52', '51'];
const kinds = plateTypes.map((value) => ({
  value,
  text: messages.list.kinds[value],
}));

/** Plate, VIN and engine number as they stand on the 行驶证, and the consent to send them to the source. */
export function VehicleForm({ onAdded }: { onAdded: (vehicle: Vehicle) => void }) {
  const { draft, change, errors, vinWarning, consentMissing, submit, control } = useVehicleForm(onAdded);
  return (
    <Stack gap={4}>
      <Words size="sub" tone="ink2">
        {words.why}
      </Words>
      <Card>
        <Stack gap={4}>
          <Field
            label={words.plate}
            hint={words.plateHint}
            error={errors.plate}
            value={draft.plate}
            maxLength={12}
            onChange={(plate) => change({ plate })}
          />
          <Stack gap={2}>
            <Words bold size="sub">
              {words.kind}
            </Words>
            <Choice
              label={words.kind}
              options={kinds}
              value={draft.plateType}
              onChange={(plateType) => change({ plateType })}
            />
          </Stack>
          <Field
            label={words.vin}
            hint={words.vinHint}
            error={errors.vin}
            value={draft.vin}
            maxLength={17}
            onChange={(vin) => change({ vin })}
          />
          {vinWarning && <Notice tone="due">{words.vinWarn}</Notice>}
          <Field
            label={words.engine}
            hint={words.engineHint}
            error={errors.engineNo}
            value={draft.engineNo}
            maxLength={20}
            onChange={(engineNo) => change({ engineNo })}
          />
          {consentMissing && <Notice tone="due">{words.consentMissing}</Notice>}
          <Agreement
            checked={draft.consent}
            label={words.consent}
            onChange={(consent) => change({ consent })}
          >
            {words.consent}
          </Agreement>
        </Stack>
      </Card>
      <SubmissionNotice control={control} />
      {control.submission.status !== 'unknown' && control.submission.status !== 'queued' && (
        <View>
          <Button wide busyText={words.saving} busy={control.submission.status === 'sending'} onTap={submit}>
            {words.save}
          </Button>
        </View>
      )}
    </Stack>
  );
}
