import { sql } from 'drizzle-orm';
import { check, index, integer, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, sealed } from '../columns';
import { bff } from './schema';

/**
 * A photo that arrives piece by piece. The row comes before any of its files and names them all (a number a chunk), so
 * nothing in the storage is ever without a row; its id becomes the photo's. `chunk_hashes` holds 64 hex digits a chunk.
 */
export const photoUploads = bff.table(
  'photo_uploads',
  {
    id: text('id').primaryKey(),
    /** As the person was given it: of a queued report it is the queue's id for good. */
    claimId: text('claim_id').notNull(),
    ownerId: text('owner_id').notNull(),
    /** Of one that comes by a link: only that link goes on with it, and it takes its place among the link's pictures once it is whole. */
    linkId: text('link_id'),
    requestKey: text('request_key').notNull(),
    shot: text('shot').notNull(),
    bytes: integer('bytes').notNull(),
    chunkBytes: integer('chunk_bytes').notNull(),
    receivedBytes: integer('received_bytes').notNull().default(0),
    chunkHashes: text('chunk_hashes').notNull().default(''),
    state: text('state', { enum: ['open', 'done', 'givenUp'] })
      .notNull()
      .default('open'),
    /** Of the whole file as it was sent, once it is done. */
    sha256: text('sha256'),
    /** Emptied once the chunks are needed no more: what may be left of them is noise. */
    contentKeySealed: sealed('content_key_sealed'),
    /** Who puts the picture together right now, and until when that is believed. */
    leaseToken: text('lease_token'),
    leaseUntil: instant('lease_until'),
    chunksGoneAt: instant('chunks_gone_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    touchedAt: instant('touched_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('photo_uploads_request').on(table.ownerId, table.requestKey),
    index('photo_uploads_by_claim').on(table.claimId, table.ownerId),
    index('photo_uploads_untouched').on(table.touchedAt),
    check('photo_uploads_received', sql`${table.receivedBytes} between 0 and ${table.bytes}`),
    check(
      'photo_uploads_hashes',
      sql`length(${table.chunkHashes}) = 64 * ceil(${table.receivedBytes}::numeric / ${table.chunkBytes})`,
    ),
    check('photo_uploads_key', sql`(${table.state} = 'open') = (${table.contentKeySealed} is not null)`),
  ],
);
