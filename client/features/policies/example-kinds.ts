import type { WorkedExampleQuery } from '../../../bff/features/policies/contract';

/** What a cover is about decides which amount is tried. */
export type ExampleKind = 'otherCar' | 'otherMedical' | 'otherInjury' | 'outsideList' | 'ownCar' | 'driver';

interface Kind {
  field: keyof WorkedExampleQuery & `${string}Fen`;
  /** Amounts worth trying, in fen: an everyday one, a bad one, one that may pass a sum. */
  presetsFen: readonly number[];
}

export const exampleKinds: Record<ExampleKind, Kind> = {
  otherCar: { field: 'otherCarFen', presetsFen: [500_000, 8_000_000, 35_000_000] },
  otherMedical: { field: 'otherMedicalFen', presetsFen: [800_000, 3_000_000, 12_000_000] },
  otherInjury: { field: 'otherInjuryFen', presetsFen: [15_000_000, 50_000_000, 120_000_000] },
  outsideList: { field: 'outsideListFen', presetsFen: [300_000, 1_000_000, 8_000_000] },
  ownCar: { field: 'ownCarFen', presetsFen: [300_000, 2_000_000, 10_000_000] },
  driver: { field: 'driverMedicalFen', presetsFen: [300_000, 1_200_000, 5_000_000] },
};

const kinds: Partial<Record<string, ExampleKind>> = {
  thirdParty: 'otherCar',
  evThirdParty: 'otherCar',
  holidayDouble: 'otherCar',
  compulsoryProperty: 'otherCar',
  compulsoryMedical: 'otherMedical',
  compulsoryDeath: 'otherInjury',
  medicalOutsideList: 'outsideList',
  vehicleDamage: 'ownCar',
  evVehicleDamage: 'ownCar',
  driver: 'driver',
  evDriver: 'driver',
};

/** Which example belongs to a cover; covers of another kind keep their one worked sentence. */
export const exampleKindOf = (code: string): ExampleKind | undefined => kinds[code];

const MOST_FEN = 2_000_000_000;

/** Fen of what somebody typed in yuan; nothing where it is no amount. */
export function fenOfYuan(text: string): number | undefined {
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen <= MOST_FEN ? fen : undefined;
}
