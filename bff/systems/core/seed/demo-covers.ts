import type { CoverCode } from '../rules/cover-codes';

export interface CoverSeed {
  code: CoverCode;
  sumFen: number | null;
  deductiblePercent?: number;
}

const YUAN = 100;
const cover = (code: CoverCode, sumYuan: number | null, deductiblePercent?: number): CoverSeed => ({
  code,
  sumFen: sumYuan === null ? null : sumYuan * YUAN,
  deductiblePercent,
});

export const compulsoryCovers: CoverSeed[] = [
  cover('compulsoryProperty', 2_000),
  cover('compulsoryMedical', 18_000),
  cover('compulsoryDeath', 180_000),
];

export const fuelCovers: CoverSeed[] = [
  cover('thirdParty', 2_000_000),
  cover('vehicleDamage', 68_600),
  cover('driver', 10_000),
  cover('passengers', 10_000),
  cover('holidayDouble', null),
  cover('medicalOutsideList', 50_000),
  cover('roadside', null),
];

/** Last year's cover was smaller and bore a deductible: the worked sums show the difference. */
export const lastYearCovers: CoverSeed[] = [
  cover('thirdParty', 1_000_000, 5),
  cover('vehicleDamage', 76_200, 5),
  cover('driver', 10_000),
  cover('passengers', 10_000),
];

export const electricCovers: CoverSeed[] = [
  cover('evThirdParty', 3_000_000),
  cover('evVehicleDamage', 128_600),
  cover('evDriver', 20_000),
  cover('evPassengers', 20_000),
  cover('gridFailure', 128_600),
  cover('charger', 5_000),
  cover('chargerLiability', 100_000),
  cover('scratch', 2_000),
  cover('roadside', null),
];

export const simpleCovers: CoverSeed[] = [
  cover('thirdParty', 1_500_000),
  cover('vehicleDamage', 52_300),
  cover('driver', 10_000),
  cover('passengers', 10_000),
  cover('roadside', null),
];
