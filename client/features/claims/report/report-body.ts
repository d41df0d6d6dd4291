import { brand } from '@/platform/brand';
import { toShanghaiIso } from '@/ui/format/time';
import type { ClaimReport } from '../../../../bff/features/claims/contract';
import { isMobile, isPlate, normaliseMobile, normalisePlate } from '../../../../bff/identifiers';
import { reportWords } from './messages';
import type { OtherCar, ReportDraft } from './report-draft';

type OtherField = `otherCars.${number}.${'plate' | 'phone'}`;
export type WrongField = 'contactPhone' | 'driverName' | 'address' | 'occurredAt' | 'plate' | OtherField;
export type WrongFields = Partial<Record<WrongField, string>>;

/** 保险法 26: as long as this a claim can be made. */
const TIME_BAR_YEARS = 2;
/** Clocks of phones are wrong by minutes, and the true time may stand on a dashcam; the server allows as much. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;
export const LONGEST_PLACE = 100;

/** The last moment at which something that happened then could be reported, counted as the server counts. */
function barredAt(occurredAt: string): number {
  const at = new Date(occurredAt);
  return at.setUTCFullYear(at.getUTCFullYear() + TIME_BAR_YEARS);
}

/** What has not happened yet, or too long ago, cannot be reported: said where it is chosen, and at once. */
export function wrongTime(occurredAt: string, now: number): string | undefined {
  if (Date.parse(occurredAt) > now + CLOCK_TOLERANCE_MS) return reportWords.timeAhead;
  return now >= barredAt(occurredAt) ? reportWords.timeBarred(brand.hotline) : undefined;
}

/** What has to be put right before it can be sent. An empty place is no obstacle: the surveyor calls and asks. */
export function wrongFields(draft: ReportDraft): WrongFields {
  const wrong: WrongFields = {};
  const time = wrongTime(draft.occurredAt, Date.now());
  if (time) wrong.occurredAt = time;
  const { length } = draft.address.trim();
  if (length > LONGEST_PLACE) wrong.address = reportWords.placeTooLong(LONGEST_PLACE, length);
  if (!isMobile(draft.contactPhone)) wrong.contactPhone = reportWords.phoneWrong;
  if (!draft.driverIsMe && draft.driverName.trim() === '') wrong.driverName = reportWords.driverWrong;
  draft.otherCars.forEach((car, index) => {
    if (isBlank(car)) return;
    if (!isPlate(car.plate)) wrong[`otherCars.${index}.plate`] = reportWords.plateWrong;
    if (car.phone.trim() !== '' && !isMobile(car.phone))
      wrong[`otherCars.${index}.phone`] = reportWords.otherPhoneWrong;
  });
  return wrong;
}

/** A form that was opened and left empty says nothing about another car. */
const isBlank = (car: OtherCar): boolean => Object.values(car).every((text) => text.trim() === '');

const fieldOfPath: readonly [RegExp, WrongField][] = [
  [/^contactPhone/, 'contactPhone'],
  [/^driverName/, 'driverName'],
  [/^otherParties\.\d+\.phone/, 'otherCars.0.phone'],
  [/^otherParties/, 'otherCars.0.plate'],
  [/^place/, 'address'],
  [/^occurredAt/, 'occurredAt'],
  [/^plate|^policyId|^vehicleId/, 'plate'],
];

/** The server's words for a field, shown at that field. */
export function wrongFieldsOf(errors: readonly { path: string; message: string }[]): WrongFields {
  const wrong: WrongFields = {};
  for (const { path, message } of errors) {
    const field = fieldOfPath.find(([pattern]) => pattern.test(path))?.[1];
    if (field) wrong[field] ??= message;
  }
  return wrong;
}

function addressOf({ address, position }: ReportDraft): string {
  const typed = address.trim();
  if (typed !== '') return typed;
  return position ? reportWords.byPhonePosition : reportWords.noPlace;
}

function casualtiesOf(draft: ReportDraft): Pick<ClaimReport, 'casualties'> {
  const { injured, ownInjured, otherInjured, ownHospital, otherHospital } = draft;
  if (!injured) return {};
  const casualties = [
    { side: 'own' as const, count: ownInjured, ...filled({ hospital: ownHospital }) },
    { side: 'other' as const, count: otherInjured, ...filled({ hospital: otherHospital }) },
  ].filter(({ count }) => count > 0);
  return casualties.length > 0 ? { casualties } : {};
}

/** Only what was filled in goes out. */
function filled<T extends Record<string, string>>(fields: T): Partial<T> {
  const pairs = Object.entries(fields).map(([name, text]) => [name, text.trim()] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== '')) as Partial<T>;
}

function otherPartiesOf({ otherCars }: ReportDraft): Pick<ClaimReport, 'otherParties'> {
  const known = otherCars.filter((car) => !isBlank(car));
  if (known.length === 0) return {};
  return {
    otherParties: known.map(({ plate, phone, insurer, policyNo, name }) => ({
      plate: normalisePlate(plate),
      ...filled({ insurer, policyNo, name, phone: phone.trim() === '' ? '' : normaliseMobile(phone) }),
    })),
  };
}

/** The wire shape of a complete draft; undefined while a question is open. */
export function reportBody(draft: ReportDraft): ClaimReport | undefined {
  const { car, scenario, injured, position, description } = draft;
  if (!car || !scenario || injured === undefined) return undefined;
  return {
    plate: normalisePlate(car.plate),
    scenario,
    injured,
    ...casualtiesOf(draft),
    occurredAt: toShanghaiIso(draft.occurredAt),
    place: { address: addressOf(draft), ...position },
    driverName: draft.driverIsMe ? reportWords.driverIsMe : draft.driverName.trim(),
    contactPhone: normaliseMobile(draft.contactPhone),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    ...otherPartiesOf(draft),
  };
}
