import type { CoverCode } from '../rules/cover-codes';

export interface CoverSeed {
  code: CoverCode;
  sumFen: number | null;
  /** Seats, days or times, where the cover counts them. */
  units?: number;
  deductiblePercent?: number;
}

const YUAN = 100;
const cover = (code: CoverCode, sumYuan: number | null, deductiblePercent?: number): CoverSeed => ({
  code,
  sumFen: sumYuan === null ? null : sumYuan * YUAN,
  deductiblePercent,
});

const counted = (code: CoverCode, sumYuan: number | null, units: number): CoverSeed => ({
  ...cover(code, sumYuan),
  units,
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
  counted('passengers', 10_000, 4),
  cover('wheels', 5_000),
  cover('equipment', 6_000),
  counted('repairTime', 200, 15),
  cover('mentalDistress', 50_000),
  cover('holidayDouble', null),
  cover('medicalOutsideList', 50_000),
  counted('roadside', null, 2),
  counted('vehicleCheck', null, 1),
  counted('designatedDriver', null, 2),
  counted('inspectionErrand', null, 1),
];

/** Sold before the compulsory limits were raised on 19 September 2020. */
export const compulsoryBefore2020: CoverSeed[] = [
  cover('compulsoryProperty', 2_000),
  cover('compulsoryMedical', 10_000),
  cover('compulsoryDeath', 110_000),
];

/** Last year's cover was smaller and bore a deductible: the worked sums show the difference. */
export const lastYearCovers: CoverSeed[] = [
  cover('thirdParty', 1_000_000, 5),
  cover('vehicleDamage', 76_200, 5),
  cover('driver', 10_000),
  counted('passengers', 10_000, 4),
  cover('absoluteDeductible', null, 5),
  cover('engineWaterExcluded', null),
];

export const electricCovers: CoverSeed[] = [
  cover('evThirdParty', 3_000_000),
  cover('evVehicleDamage', 128_600),
  cover('evDriver', 20_000),
  counted('evPassengers', 20_000, 4),
  cover('gridFailure', 128_600),
  cover('charger', 5_000),
  cover('chargerLiability', 100_000),
  cover('scratch', 2_000),
  counted('roadside', null, 2),
];

export const simpleCovers: CoverSeed[] = [
  cover('thirdParty', 1_500_000),
  cover('vehicleDamage', 52_300),
  cover('driver', 10_000),
  counted('passengers', 10_000, 4),
  counted('roadside', null, 2),
];

/** A company that carries goods. */
export const companyCovers: CoverSeed[] = [...simpleCovers, cover('cargo', 30_000)];
