import { pgSchema } from 'drizzle-orm/pg-core';

/** What the BFF itself owns: sessions, codes, consents, photo storage, last-known answers, its outbox. */
export const bff = pgSchema('bff');
