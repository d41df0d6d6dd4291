import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../../database/columns';
import { claimId } from './claims';
import { core, staff } from './parties';

/** Where the surveyors are and how much they can take. Minutes of the shift count from midnight in Asia/Shanghai. */
export const surveyors = core.table(
  'surveyors',
  {
    staffId: text('staff_id')
      .primaryKey()
      .references(() => staff.id),
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    capacity: integer('capacity').notNull(),
    openCases: integer('open_cases').notNull().default(0),
    shiftFromMinute: integer('shift_from_minute').notNull(),
    shiftUntilMinute: integer('shift_until_minute').notNull(),
  },
  (table) => [
    // The last word on "nobody gets more than fits", whatever a statement does.
    check('surveyors_capacity', sql`${table.openCases} between 0 and ${table.capacity}`),
    check('surveyors_shift', sql`${table.shiftFromMinute} < ${table.shiftUntilMinute}`),
  ],
);

/** The queue: one row a claim. Whoever finds it waiting and a free seat at once assigns it. */
export const claimDispatches = core.table(
  'claim_dispatches',
  {
    claimId: claimId().primaryKey(),
    state: text('state', { enum: ['waiting', 'assigned', 'finished'] })
      .notNull()
      .default('waiting'),
    reportedAt: instant('reported_at').notNull(),
    dueAt: instant('due_at').notNull(),
    surveyorId: text('surveyor_id').references(() => surveyors.staffId),
    distanceMetres: integer('distance_metres'),
    assignedAt: instant('assigned_at'),
    contactedAt: instant('contacted_at'),
    /** 0 nobody told, 1 the team lead took over, 2 the supervisor too. */
    level: integer('level').notNull().default(0),
  },
  (table) => [
    index('claim_dispatches_waiting')
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
    index('claim_dispatches_uncontacted')
      .on(table.reportedAt)
      .where(sql`${table.contactedAt} is null and ${table.state} <> 'finished'`),
    check('claim_dispatches_assigned', sql`${table.state} <> 'assigned' or ${table.assignedAt} is not null`),
  ],
);

export const claimEscalations = core.table(
  'claim_escalations',
  {
    claimId: claimId(),
    level: integer('level').notNull(),
    at: instant('at').notNull(),
    toStaffId: text('to_staff_id').references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.level] })],
);
