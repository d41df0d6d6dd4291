import { index, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { blindIndex, sealed } from '../../database/columns';

export const identity = pgSchema('identity');

/** What the carriers know: a person by ID number, with the name and every number registered in that name. */
export const persons = identity.table('persons', {
  id: text('id').primaryKey(),
  nameSealed: sealed('name_sealed').notNull(),
  nameIndex: blindIndex('name_index').notNull(),
  idNumberSealed: sealed('id_number_sealed').notNull(),
  idNumberIndex: blindIndex('id_number_index').notNull().unique(),
});

export const personPhones = identity.table(
  'person_phones',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id),
    /** Unique: a number is registered to one person at a time. */
    phoneIndex: blindIndex('phone_index').notNull().unique(),
  },
  (table) => [index('person_phones_person').on(table.personId)],
);

/** The register of companies, with the numbers of those who act for them (经办人). */
export const organisations = identity.table('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameIndex: blindIndex('name_index').notNull(),
  creditCode: text('credit_code').notNull().unique(),
});

export const organisationAgents = identity.table(
  'organisation_agents',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    phoneIndex: blindIndex('phone_index').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.phoneIndex] })],
);
