import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgSchema, text } from 'drizzle-orm/pg-core';
import { blindIndex, fen, instant, sealed } from '../../database/columns';

export const violations = pgSchema('violations');

/** Registered cars: a query has to name all of them right, as the police's own look-up asks. */
export const cars = violations.table(
  'cars',
  {
    id: text('id').primaryKey(),
    plateType: text('plate_type').notNull(),
    plateSealed: sealed('plate_sealed').notNull(),
    plateIndex: blindIndex('plate_index').notNull(),
    vinSealed: sealed('vin_sealed').notNull(),
    vinIndex: blindIndex('vin_index').notNull(),
    engineNoSealed: sealed('engine_no_sealed').notNull(),
    engineNoIndex: blindIndex('engine_no_index').notNull(),
  },
  (table) => [index('cars_plate').on(table.plateIndex)],
);

export const records = violations.table(
  'records',
  {
    id: text('id').primaryKey(),
    carId: text('car_id')
      .notNull()
      .references(() => cars.id),
    occurredAt: instant('occurred_at').notNull(),
    /** A camera's record is reviewed for up to five days; before it is entered nobody can see it. */
    enteredAt: instant('entered_at').notNull(),
    placeSealed: sealed('place_sealed').notNull(),
    behaviour: text('behaviour').notNull(),
    fineFen: fen('fine_fen').notNull(),
    points: integer('points').notNull(),
    handled: boolean('handled').notNull(),
    paid: boolean('paid').notNull(),
  },
  (table) => [
    index('records_car').on(table.carId, table.occurredAt),
    check('records_points', sql`${table.points} between 0 and 12`),
    check('records_fine', sql`${table.fineFen} >= 0`),
    check('records_paid_after_handled', sql`${table.handled} or not ${table.paid}`),
  ],
);
