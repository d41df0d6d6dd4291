import { plateTypeFits } from '../../../../bff/features/vehicles/plate-type';
import { shownVehicle } from '../../../../bff/features/vehicles/vehicle';
import { violationTotals } from '../../../../bff/features/vehicles/violation-totals';

const record = {
  id: 'r',
  occurredAt: '2026-11-01T08:00:00+08:00',
  place: '经十路',
  behaviour: '违反禁止标线',
  fineFen: 10_000,
  points: 1,
  handled: false,
  paid: false,
};

describe('violations', () => {
  test('totals count what is open: records and points not handled, fines not paid', () => {
    const items = [
      record,
      { ...record, handled: true, points: 3 },
      { ...record, handled: true, paid: true, fineFen: 20_000, points: 6 },
    ];
    expect(violationTotals(items)).toEqual({ unhandled: 1, fineFen: 20_000, points: 1 });
    expect(violationTotals([])).toEqual({ unhandled: 0, fineFen: 0, points: 0 });
  });
});

describe('a vehicle', () => {
  test.each([
    ['鲁A12345', '02', true],
    ['鲁A12345', '52', false],
    ['鲁AD12345', '52', true],
    ['鲁A12345D', '51', true],
    ['鲁AD12345', '02', false],
  ] as const)('%s as type %s: %s', (plate, plateType, fits) => {
    expect(plateTypeFits({ plate, plateType })).toBe(fits);
  });

  test('shows the plate, hides the VIN, and warns of a check digit without refusing', () => {
    const stored = {
      id: 'v1',
      plate: '鲁A7K315',
      plateType: '02' as const,
      vin: 'LSVAM4187C2184847',
      engineNo: 'EA211',
      model: null,
      addedAt: '2026-11-22T16:30:00+08:00',
    };
    expect(shownVehicle(stored)).toEqual({
      id: 'v1',
      plate: '鲁A7K315',
      plateType: '02',
      vinMasked: 'LSV**********4847',
      model: null,
      addedAt: stored.addedAt,
      vinWarning: null,
    });
    expect(shownVehicle({ ...stored, vin: 'WVWZZZ1JZ3W386752' }).vinWarning).toMatch(/核对/);
  });
});
