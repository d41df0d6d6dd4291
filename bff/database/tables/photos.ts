import { sql } from 'drizzle-orm';
import { check, index, integer, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/**
 * Photos of claims. A row comes before its files (`storing`), so that nothing in the storage is ever without a row; a slot
 * number with a unique key caps a claim at 30. Each photo is sealed with a key of its own: without the row it is noise.
 */
export const claimPhotos = bff.table(
  'claim_photos',
  {
    id: text('id').primaryKey(),
    claimId: text('claim_id').notNull(),
    ownerId: text('owner_id').notNull(),
    slot: smallint('slot').notNull(),
    shot: text('shot').notNull(),
    state: text('state', { enum: ['storing', 'received', 'removed'] }).notNull(),
    /** Of the cleaned picture, as core is told. */
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Emptied on removal: the files are unreadable from that moment, wherever copies may lie. */
    contentKeySealed: sealed('content_key_sealed'),
    createdAt: instant('created_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
    filesGoneAt: instant('files_gone_at'),
    /** When core was told of the picture, and of its removal. */
    announcedAt: instant('announced_at'),
    withdrawalAnnouncedAt: instant('withdrawal_announced_at'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('claim_photos_one_per_slot')
      .on(table.claimId, table.slot)
      .where(sql`${table.state} <> 'removed'`),
    index('claim_photos_by_claim').on(table.claimId, table.ownerId, table.createdAt),
    index('claim_photos_unfinished')
      .on(table.dueAt)
      .where(
        sql`${table.state} = 'storing' or (${table.state} = 'received' and ${table.announcedAt} is null) or (${table.state} = 'removed' and (${table.withdrawalAnnouncedAt} is null or ${table.filesGoneAt} is null))`,
      ),
    check('claim_photos_slot', sql`${table.slot} between 1 and 30`),
    check('claim_photos_sha256', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check('claim_photos_key', sql`(${table.state} = 'removed') = (${table.contentKeySealed} is null)`),
  ],
);
