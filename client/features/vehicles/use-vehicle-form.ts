import { useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSubmission } from '@/api/submission';
import { readStored, removeStored, writeStored } from '@/platform/storage';
import {
  displayPlate,
  hasVinCheckDigit,
  isNewEnergyPlate,
  isPlate,
  isVin,
  normalisePlate,
} from '../../../bff/identifiers';
import type { Vehicle, VehicleRequest } from '../../../bff/features/vehicles/contract';
import { addVehicle } from './api';
import { laterWords, messages } from './messages';

const words = messages.form;
const DRAFT = 'draft:vehicle';

export type PlateType = VehicleRequest['plateType'];

interface Draft {
  plate: string;
  plateType: PlateType;
  vin: string;
  engineNo: string;
  consent: boolean;
}

type Errors = Partial<Record<'plate' | 'vin' | 'engineNo', string>>;

const blank: Draft = { plate: '', plateType: '02', vin: '', engineNo: '', consent: false };

/** The consent is never kept from another day: it is given anew each time. */
function restoredDraft(): Draft {
  const stored = readStored(DRAFT);
  return typeof stored === 'object' && stored !== null ? { ...blank, ...stored, consent: false } : blank;
}

function errorsOf({ plate, vin, engineNo }: Draft): Errors {
  const errors: Errors = {};
  if (!isPlate(plate)) errors.plate = words.plateBad;
  if (!isVin(vin)) errors.vin = words.vinBad;
  if (!/^[A-Za-z0-9-]{4,20}$/.test(engineNo.trim())) errors.engineNo = words.engineBad;
  return errors;
}

/** A draft that survives everything, checked by the same rules as on the server, and one submission. */
export function useVehicleForm(onAdded: (vehicle: Vehicle) => void) {
  const [draft, setDraft] = useState<Draft>(restoredDraft);
  const [tried, setTried] = useState(false);
  const control = useSubmission<VehicleRequest, Vehicle>({
    formKey: 'vehicle',
    send: addVehicle,
    later: (body) => ({
      request: { method: 'POST', path: '/vehicles', body },
      title: laterWords.add(displayPlate(body.plate)),
      lines: [
        { name: words.vin, value: body.vin },
        { name: words.engine, value: body.engineNo },
      ],
      open: { route: 'vehicles/list' },
      touches: ['vehicles', 'holdings'],
      draft: DRAFT,
    }),
    onDone: (vehicle) => {
      removeStored(DRAFT);
      void queryClient.invalidateQueries({ queryKey: ['vehicles'] });
      onAdded(vehicle);
    },
  });
  const { submission } = control;
  const refused =
    submission.status === 'refused' && submission.failure.kind === 'refused' ? submission.failure : undefined;
  const fromServer: Errors = Object.fromEntries(
    refused?.errors.map(({ path, message }) => [path, message]) ?? [],
  );

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    if (part.plate !== undefined && isPlate(part.plate)) {
      const newEnergy = isNewEnergyPlate(part.plate);
      if (newEnergy !== (next.plateType !== '02')) next.plateType = newEnergy ? '52' : '02';
    }
    setDraft(next);
    writeStored(DRAFT, { ...next, consent: false });
    control.reset();
  };

  const submit = async () => {
    setTried(true);
    if (Object.keys(errorsOf(draft)).length > 0 || !draft.consent) return;
    await control.submit({
      plate: normalisePlate(draft.plate),
      plateType: draft.plateType,
      vin: draft.vin.trim().toUpperCase(),
      engineNo: draft.engineNo.trim().toUpperCase(),
      consent: true,
    });
  };

  return {
    draft,
    change,
    submit,
    control,
    errors: tried ? { ...fromServer, ...errorsOf(draft) } : {},
    consentMissing: tried && !draft.consent,
    vinWarning: isVin(draft.vin) && !hasVinCheckDigit(draft.vin),
  };
}
