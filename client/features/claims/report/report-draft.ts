import { readStored, removeStored, writeStored } from '@/platform/storage';
import type { Scenario } from '../../../../bff/features/claims/contract';
import type { Car } from '../api';

/** The other side, as far as it is known at the roadside: its plate is enough. */
export interface OtherCar {
  plate: string;
  insurer: string;
  policyNo: string;
  name: string;
  phone: string;
}

export const unknownCar = (): OtherCar => ({ plate: '', insurer: '', policyNo: '', name: '', phone: '' });

/** Everything a person has said so far. It is kept on the phone after every tap and never leaves it before `提交`. */
export interface ReportDraft {
  savedAt: string;
  injured?: boolean;
  car?: Car;
  scenario?: Scenario;
  occurredAt: string;
  address: string;
  position?: { latitude: number; longitude: number };
  driverIsMe: boolean;
  driverName: string;
  contactPhone: string;
  ownInjured: number;
  otherInjured: number;
  ownHospital: string;
  otherHospital: string;
  otherCars: OtherCar[];
  description: string;
}

export const DRAFT_KEY = 'draft:claim-report';
const CARS_KEY = 'draft:claim-cars';

export function emptyDraft(now: string, contactPhone: string): ReportDraft {
  return {
    savedAt: now,
    occurredAt: now,
    address: '',
    driverIsMe: true,
    driverName: '',
    contactPhone,
    ownInjured: 0,
    otherInjured: 0,
    ownHospital: '',
    otherHospital: '',
    otherCars: [],
    description: '',
  };
}

/** A draft of an older version of the app is completed, not thrown away. */
export function loadDraft(now: string): ReportDraft | undefined {
  const stored = readStored(DRAFT_KEY) as Partial<ReportDraft> | undefined;
  if (typeof stored !== 'object' || stored.injured === undefined) return undefined;
  return { ...emptyDraft(now, ''), ...stored };
}

export const saveDraft = (draft: ReportDraft): boolean => writeStored(DRAFT_KEY, draft);
export const discardDraft = (): void => removeStored(DRAFT_KEY);

/** The cars as last known, so that a report can be filled in where there is no network. */
export function rememberCars(cars: readonly Car[]): void {
  writeStored(CARS_KEY, cars);
}

export function rememberedCars(): Car[] | undefined {
  const stored = readStored(CARS_KEY);
  return Array.isArray(stored) ? (stored as Car[]) : undefined;
}
