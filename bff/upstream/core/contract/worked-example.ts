/** A sum worked out for one policy: an accident that a person makes up, and who would pay what of it (按您这份保单算一笔). */
import * as z from 'zod/mini';
import { fen, instant, localDate } from '../../../http/contract';

export const faultShare = z.enum(['full', 'main', 'equal', 'minor', 'none']);

/** The largest amount one may try: ten million yuan is the largest sum that is sold. */
const MOST_FEN = 2_000_000_000;

const triedFen = z.int().check(z.gte(0), z.lte(MOST_FEN));
const askedFen = z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(MOST_FEN)));

const flag = z.enum(['true', 'false']);

/** What may be changed; what is left out is nothing, or the day the policy is looked at. */
export const workedExampleQuery = z.strictObject({
  occurredOn: z.optional(localDate),
  fault: z.optional(faultShare),
  holiday: z.optional(flag),
  withOtherCar: z.optional(flag),
  otherCarFen: askedFen,
  otherMedicalFen: askedFen,
  outsideListFen: askedFen,
  otherInjuryFen: askedFen,
  ownCarFen: askedFen,
  driverMedicalFen: askedFen,
});

export const workedLine = z.object({
  /** Whose loss it is: the other side's, or the own car and driver's. */
  side: z.enum(['other', 'own']),
  payer: z.enum([
    'compulsory',
    'thirdParty',
    'medicalOutsideList',
    'vehicleDamage',
    'occupants',
    'otherCompulsory',
    'otherSide',
    'own',
  ]),
  name: z.string(),
  amountFen: fen,
  why: z.string(),
});

export const workedExample = z.object({
  accident: z.object({
    occurredOn: localDate,
    fault: faultShare,
    faultPercent: z.int(),
    holiday: z.boolean(),
    withOtherCar: z.boolean(),
    otherCarFen: triedFen,
    otherMedicalFen: triedFen,
    outsideListFen: triedFen,
    otherInjuryFen: triedFen,
    ownCarFen: triedFen,
    driverMedicalFen: triedFen,
  }),
  /** Who pays what, in this order; the parts of a side add up to its loss. */
  lines: z.array(workedLine),
  totalFen: fen,
  /** What the own policies pay. */
  paidFen: fen,
  /** What the person pays. */
  ownFen: fen,
  choices: z.object({
    /** The days that can be tried: first and last day of the policy. */
    firstDay: localDate,
    lastDay: localDate,
    /** The day inside the policy on which the limits of the compulsory cover changed. */
    limitsChangeOn: z.nullable(localDate),
    holidayDoubles: z.boolean(),
    medicalOutsideList: z.boolean(),
  }),
  /** Which of the two halves of the cover is not with us, said as a sentence. */
  notes: z.array(z.string()),
  asOf: instant,
});

export type WorkedExample = z.infer<typeof workedExample>;
export type WorkedExampleQuery = z.infer<typeof workedExampleQuery>;
