import { pgSchema, text } from 'drizzle-orm/pg-core';
import { hash } from '../../../database/columns';

export const club = pgSchema('club');

/**
 * Every written business row keeps the request that wrote it for good: who asked in which role (`scope`), the key the client made, and an HMAC of
 * the validated input. The unique key over scope and id decides races between two copies of one request.
 */
export const request = {
  requestScope: text('request_scope').notNull(),
  requestId: text('request_id').notNull(),
  inputHash: hash('input_hash').notNull(),
};
