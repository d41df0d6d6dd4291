import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, primaryKey, smallint, text, varchar } from 'drizzle-orm/pg-core';
import { hash, instant, sealed } from '../columns';
import { bff } from './schema';

/**
 * Requests whose data the BFF owns: the answer is kept under the caller's request id and given again. A row without
 * an answer is running; its lease ends so that a killed server does not block the request for ever.
 */
export const idempotencyRecords = bff.table(
  'idempotency_records',
  {
    /** Account and route. */
    scope: text('scope').notNull(),
    requestKey: text('request_key').notNull(),
    /** HMAC over the validated input and the hashes of its files. */
    inputHash: hash('input_hash').notNull(),
    leaseToken: text('lease_token').notNull(),
    leaseUntil: instant('lease_until').notNull(),
    status: smallint('status'),
    answerSealed: sealed('answer_sealed'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.requestKey] }),
    index('idempotency_records_by_age').on(table.createdAt),
    check('idempotency_records_finished', sql`(${table.status} is null) = (${table.answerSealed} is null)`),
  ],
);

/** The columns and their order are those of rate-limiter-flexible; keys are HMACs. */
export const rateLimits = bff.table(
  'rate_limits',
  {
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull().default(0),
    /** Milliseconds since 1970, as the library writes them. */
    expire: bigint('expire', { mode: 'number' }),
  },
  (table) => [index('rate_limits_by_expiry').on(table.expire)],
);
