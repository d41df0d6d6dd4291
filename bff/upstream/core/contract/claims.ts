/**
 * Claims of the core system (承保/理赔 core). A real core serves these paths or gets an adapter that does. Every call
 * carries a service token with the signed actor; a member sees what is linked to the actor's subject, nothing else.
 * Names come unmasked: masking is the BFF's. Bank accounts and other people's phones never leave core in full.
 *
 * | Path (base `/v1`) | Actor | Meaning |
 * | --- | --- | --- |
 * | `POST /claims` ⟳ | member | one accident report; never refused for missing cover |
 * | `GET /claims` · `GET /claims/{id}` | member | the subject's own reports, those on linked policies, and the hotline's |
 * | `PUT /claims/{id}/photos/{photoId}` | member, system | a photo was received and stored; sending it twice is harmless |
 * | `DELETE /claims/{id}/photos/{photoId}` | member, system | it was taken back |
 * | `POST /claims/{id}/papers/{paperId}/submission` ⟳ | member | pictures handed in for one paper of the list |
 * | `POST /claims/{id}/assessment/agreement` · `…/objection` ⟳ | member | answers the assessed amounts |
 * | `POST /claims/{id}/payouts/{payoutId}/account` ⟳ | member | names an account; answers what was understood and a token |
 * | `POST /claims/{id}/payouts/{payoutId}/account/confirmation` ⟳ | member | the second step, with that token |
 * | `POST /claims/{id}/withdrawal` · `…/withdrawal/undo` · `…/reopening` · `…/satisfaction` ⟳ | member | |
 * | `GET /claims/{id}/agreement` | member | what stands on 道路交通事故自行协商协议书, as far as it is known |
 * | `GET /claim-clocks` | member, system | the promises, with their sources |
 * | `GET /claim-notices` · `DELETE /claim-notices/{id}` | system | messages to people, taken once each |
 * | `POST /hotline-claims` ⟳ | system | a report taken on the telephone |
 */
import * as z from 'zod/mini';
import { instant, listOf, opaqueId, pageQuery } from '../../../http/contract';
import {
  assessment,
  claimContact,
  claimNews,
  dispatch,
  fastLane,
  guidance,
  options,
  papers,
  payout,
  refusal,
  satisfaction,
  withdrawal,
} from './claim-parts';

/** What happened: 追尾, 路口相撞, 变道, 逆行, 单方, 其他. */
export const scenario = z.enum(['rearEnd', 'junction', 'laneChange', 'wrongWay', 'singleCar', 'other']);

/** Pictures that help, by scenario; the list itself is made by the core system. */
export const shot = z.enum([
  'ownFront',
  'ownRear',
  'plates',
  'contactPoint',
  'bothCars',
  'surroundings',
  'lights',
  'positions',
  'laneLines',
  'roadSigns',
  'objectHit',
  'drivingLicence',
  'vehicleLicence',
  'vinPlate',
  'otherPapers',
  /** 人伤: diagnosis, records and receipts come before any picture of a car. */
  'medicalPapers',
  'other',
]);

/** Words for a status are the core's; programs branch on the code alone. */
export const claimStatus = z.enum([
  'reported',
  'dispatched',
  'contacted',
  'surveyed',
  'papersListed',
  'registered',
  'assessed',
  'papersComplete',
  'calculated',
  'reviewed',
  'paid',
  'closed',
  'withdrawn',
  'refused',
]);

export const claimStep = z.object({
  code: claimStatus,
  name: z.string(),
  /** What is happening in plain words. */
  plain: z.string(),
  state: z.enum(['done', 'current', 'next']),
  /** Exactly one owner, shown to the customer. */
  owner: claimContact,
  dueAt: z.nullable(instant),
  doneAt: z.nullable(instant),
  /** When it will be, in words, for a step whose clock does not run yet (来电时和您约好). */
  dueHint: z.optional(z.string()),
  breached: z.boolean(),
  /** Said when the clock was broken: what was promised, what happened, sorry. */
  apology: z.nullable(z.string()),
  /** Who finds out why, once a clock was broken. */
  lookingInto: z.optional(z.nullable(claimContact)),
  /** True while the step waits for the customer; no clock of ours runs then. */
  waitsForYou: z.optional(z.boolean()),
});

export const nextAction = z.object({
  kind: z.enum([
    'takePhotos',
    'wait',
    'answerCall',
    'bringPapers',
    'uploadPapers',
    'answerAssessment',
    'giveAccount',
    'confirmAccount',
    'undoWithdrawal',
    'rate',
    'none',
  ]),
  title: z.string(),
  detail: z.string(),
});

export const requiredShot = z.object({ shot, name: z.string(), hint: z.string() });

export const claimSummary = z.object({
  id: opaqueId,
  reportNo: z.string(),
  status: claimStatus,
  statusName: z.string(),
  scenario,
  plate: z.string(),
  occurredAt: instant,
  reportedAt: instant,
  address: z.string(),
  injured: z.boolean(),
  open: z.boolean(),
  /** The current step, for lists and the home page. */
  current: z.nullable(claimStep),
  stepNumber: z.int(),
  stepCount: z.int(),
  /** What the case waits for from the customer, in words; absent while it waits for us. */
  yourTurn: z.optional(z.string()),
});

const shortText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What the BFF hands over: the car as a plate (normalised) or a policy of the subject. */
export const coreClaimReport = z.strictObject({
  policyId: z.optional(opaqueId),
  plate: z.optional(shortText(16)),
  scenario,
  injured: z.boolean(),
  casualties: z.optional(
    z.array(
      z.strictObject({
        side: z.enum(['own', 'other']),
        count: z.int().check(z.gte(1), z.lte(99)),
        hospital: z.optional(shortText(80)),
      }),
    ),
  ),
  occurredAt: instant,
  place: z.strictObject({
    address: shortText(200),
    latitude: z.optional(z.number()),
    longitude: z.optional(z.number()),
  }),
  driverName: shortText(40),
  contactPhone: shortText(20),
  description: z.optional(z.string().check(z.maxLength(500))),
  otherParties: z.optional(
    z.array(
      z.strictObject({
        plate: shortText(16),
        insurer: z.optional(shortText(60)),
        policyNo: z.optional(shortText(60)),
        name: z.optional(shortText(40)),
        phone: z.optional(shortText(20)),
      }),
    ),
  ),
});

/** What both the tracker and its BFF view carry. */
export const claimBody = {
  /** False: 待核实. The cover is looked up by a person; the report counts all the same. */
  verified: z.boolean(),
  /** Who reported: this app, or the hotline. */
  source: z.enum(['app', 'hotline']),
  steps: z.array(claimStep),
  nextAction,
  casualties: z.array(
    z.object({ side: z.enum(['own', 'other']), count: z.int(), hospital: z.nullable(z.string()) }),
  ),
  otherParties: z.array(
    z.object({
      plate: z.string(),
      insurer: z.nullable(z.string()),
      name: z.nullable(z.string()),
      phoneMasked: z.nullable(z.string()),
    }),
  ),
  guidance: z.array(guidance),
  fastLanes: z.array(fastLane),
  dispatch,
  papers,
  assessment: z.nullable(assessment),
  payouts: z.array(payout),
  refusal: z.nullable(refusal),
  withdrawal: z.nullable(withdrawal),
  satisfaction: z.nullable(satisfaction),
  options,
  news: z.array(claimNews),
};

export const coreClaimDetail = z.object({
  ...claimSummary.shape,
  asOf: instant,
  requiredShots: z.array(requiredShot),
  receivedPhotoIds: z.array(opaqueId),
  ...claimBody,
});

export const claimPhotoNotice = z.strictObject({
  shot,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  at: instant,
});

export const coreClaimQuery = z.strictObject({ ...pageQuery, open: z.optional(z.enum(['true', 'false'])) });
export const coreClaimList = listOf(claimSummary);

export type CoreClaimReport = z.infer<typeof coreClaimReport>;
export type CoreClaimSummary = z.infer<typeof claimSummary>;
export type CoreClaimDetail = z.infer<typeof coreClaimDetail>;
export type CoreClaimStep = z.infer<typeof claimStep>;
