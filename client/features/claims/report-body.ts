import { toShanghaiIso } from '@/ui/format/time';
import type { ClaimReport } from '../../../bff/features/claims/contract';
import { isMobile, isPlate, normaliseMobile, normalisePlate } from '../../../bff/identifiers';
import { reportWords } from './messages';
import type { ReportDraft } from './report-draft';

export type WrongField = 'contactPhone' | 'driverName' | 'otherPlate' | 'address' | 'occurredAt' | 'plate';
export type WrongFields = Partial<Record<WrongField, string>>;

/** What has to be put right before it can be sent. An empty place is no obstacle: the surveyor calls and asks. */
export function wrongFields(draft: ReportDraft): WrongFields {
  const wrong: WrongFields = {};
  if (!isMobile(draft.contactPhone)) wrong.contactPhone = reportWords.phoneWrong;
  if (!draft.driverIsMe && draft.driverName.trim() === '') wrong.driverName = reportWords.driverWrong;
  if (draft.otherPlate.trim() !== '' && !isPlate(draft.otherPlate)) wrong.otherPlate = reportWords.plateWrong;
  return wrong;
}

const fieldOfPath: readonly [RegExp, WrongField][] = [
  [/^contactPhone/, 'contactPhone'],
  [/^driverName/, 'driverName'],
  [/^otherParties/, 'otherPlate'],
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

function casualtiesOf({ injured, ownInjured, otherInjured }: ReportDraft): Pick<ClaimReport, 'casualties'> {
  if (!injured) return {};
  const casualties = [
    { side: 'own' as const, count: ownInjured },
    { side: 'other' as const, count: otherInjured },
  ].filter(({ count }) => count > 0);
  return casualties.length > 0 ? { casualties } : {};
}

/** The wire shape of a complete draft; undefined while a question is open. */
export function reportBody(draft: ReportDraft): ClaimReport | undefined {
  const { car, scenario, injured, position, description, otherPlate } = draft;
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
    ...(otherPlate.trim() === '' ? {} : { otherParties: [{ plate: normalisePlate(otherPlate) }] }),
  };
}
