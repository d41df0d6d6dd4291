import { boolean, index, integer, pgSchema, primaryKey, text, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { blindIndex, instant, localDate, sealed } from '../../../database/columns';

export const core = pgSchema('core');

/** 省 → 市 → 县. Everything that belongs to a branch says so from the first row on. */
export const branches = core.table('branches', {
  id: text('id').primaryKey(),
  parentId: text('parent_id').references((): AnyPgColumn => branches.id),
  name: text('name').notNull(),
});

export const branchId = () =>
  text('branch_id')
    .notNull()
    .references(() => branches.id);

/** The insurer's own people: account managers (客户经理) and whoever owns a step of a claim. */
export const staff = core.table(
  'staff',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    role: text('role').notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    phoneSealed: sealed('phone_sealed').notNull(),
  },
  (table) => [index('staff_branch_role').on(table.branchId, table.role)],
);

export const customers = core.table(
  'customers',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    kind: text('kind', { enum: ['person', 'organisation'] }).notNull(),
    nameSealed: sealed('name_sealed').notNull(),
    nameIndex: blindIndex('name_index').notNull(),
    /** 01 resident ID, 73 business licence; see DOMAIN. */
    idType: text('id_type').notNull(),
    idNumberSealed: sealed('id_number_sealed').notNull(),
    idNumberIndex: blindIndex('id_number_index').notNull(),
    phoneSealed: sealed('phone_sealed'),
    phoneIndex: blindIndex('phone_index'),
    addressSealed: sealed('address_sealed'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('customers_identity').on(table.idNumberIndex, table.nameIndex),
    index('customers_phone').on(table.phoneIndex),
  ],
);

export const vehicles = core.table(
  'vehicles',
  {
    id: text('id').primaryKey(),
    branchId: branchId(),
    plateSealed: sealed('plate_sealed').notNull(),
    plateIndex: blindIndex('plate_index').notNull(),
    plateType: text('plate_type').notNull(),
    vinSealed: sealed('vin_sealed').notNull(),
    vinIndex: blindIndex('vin_index').notNull().unique(),
    engineNoSealed: sealed('engine_no_sealed').notNull(),
    model: text('model').notNull(),
    newEnergy: boolean('new_energy').notNull(),
    seats: integer('seats').notNull(),
    registeredOn: localDate('registered_on').notNull(),
  },
  (table) => [index('vehicles_plate').on(table.plateIndex)],
);

/** Which verified subject (a member elsewhere) is which customer here. Never made from a phone number. */
export const identityLinks = core.table(
  'identity_links',
  {
    subject: text('subject').notNull(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    linkedAt: instant('linked_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.customerId] }),
    index('identity_links_customer').on(table.customerId),
  ],
);

/** The identity somebody proved, kept as blind indexes: a policy written later is still found by it. */
export const verifiedIdentities = core.table(
  'verified_identities',
  {
    subject: text('subject').notNull(),
    nameIndex: blindIndex('name_index').notNull(),
    idNumberIndex: blindIndex('id_number_index').notNull(),
    verifiedAt: instant('verified_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.nameIndex, table.idNumberIndex] })],
);
