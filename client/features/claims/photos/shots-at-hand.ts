import type { ClaimDetail, Scenario, Shot } from '../../../../bff/features/claims/contract';
import { shotWords, wholeCar } from './shot-messages';

type RequiredShot = ClaimDetail['photos']['required'][number];
type NamedShot = Exclude<Shot, 'other'>;

const scenes: Record<Scenario, readonly NamedShot[]> = {
  rearEnd: ['ownFront', 'ownRear', 'contactPoint', 'plates', 'surroundings'],
  junction: ['ownFront', 'ownRear', 'contactPoint', 'lights', 'positions', 'plates', 'surroundings'],
  laneChange: ['ownFront', 'ownRear', 'laneLines', 'plates', 'surroundings'],
  wrongWay: ['roadSigns', 'contactPoint', 'ownFront', 'ownRear', 'plates', 'surroundings'],
  singleCar: ['bothCars', 'contactPoint', 'objectHit', 'surroundings'],
  other: ['ownFront', 'ownRear', 'contactPoint', 'surroundings'],
};
const papers: readonly NamedShot[] = ['drivingLicence', 'vehicleLicence', 'vinPlate'];

/** The shot list that is on the phone: at the roadside there is often no network, and the cars are moved away all the same. */
export function shotsAtHand(scenario: Scenario, injured: boolean): RequiredShot[] {
  const scene = scenes[scenario];
  const otherSide: NamedShot[] = scenario === 'singleCar' || scenario === 'other' ? [] : ['otherPapers'];
  const first: NamedShot[] = injured ? ['medicalPapers', 'surroundings'] : [];
  const rest = injured ? scene.filter((shot) => shot !== 'surroundings') : scene;
  return [...first, ...rest, ...papers, ...otherSide].map((shot) => ({
    shot,
    ...(shot === 'bothCars' && scenario === 'singleCar' ? wholeCar : shotWords[shot]),
  }));
}

/** A report that the claims system has not got yet has no list of its own: then the one at hand serves. */
export function withShotsAtHand(claim: ClaimDetail): ClaimDetail {
  if (claim.status !== 'queued' || claim.photos.required.length > 0) return claim;
  const required = shotsAtHand(claim.scenario, claim.injured);
  return { ...claim, photos: { ...claim.photos, required } };
}
