import { sql } from 'drizzle-orm';
import { index, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { blindIndex, hash, instant, sealed } from '../columns';
import { bff } from './schema';

/** A link by SMS with which somebody who is no member adds pictures to one claim. Only a hash of its token is kept. */
export const photoLinks = bff.table(
  'photo_links',
  {
    id: text('id').primaryKey(),
    claimId: text('claim_id').notNull(),
    /** Whose pictures they become: who sent the link. */
    accountId: text('account_id').notNull(),
    requestKey: text('request_key').notNull(),
    tokenHash: hash('token_hash').notNull().unique(),
    phoneIndex: blindIndex('phone_index').notNull(),
    phoneSealed: sealed('phone_sealed').notNull(),
    photosLeft: smallint('photos_left').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('photo_links_request').on(table.accountId, table.requestKey),
    uniqueIndex('photo_links_living')
      .on(table.claimId, table.phoneIndex)
      .where(sql`${table.endedAt} is null`),
    index('photo_links_expiry').on(table.expiresAt),
  ],
);

/** What was sent through a link; its sender sees that it arrived, not the picture. */
export const photoLinkPhotos = bff.table(
  'photo_link_photos',
  {
    photoId: text('photo_id').primaryKey(),
    linkId: text('link_id')
      .notNull()
      .references(() => photoLinks.id),
    shot: text('shot').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [index('photo_link_photos_link').on(table.linkId)],
);
