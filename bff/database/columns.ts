import { bigint, customType, date, timestamp } from 'drizzle-orm/pg-core';

/** Column types that every schema shares. Names say what a column holds: `…_sealed`, `…_index`, `…_at`, `…_fen`. */

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** An envelope of the field cipher; the column's name ends in `_sealed`. */
export const sealed = (name: `${string}_sealed`) => bytes(name);

/** What an encrypted field is found by; the column's name ends in `_index`. */
export const blindIndex = (name: `${string}_index`) => bytes(name);

/** A hash of a secret (refresh token, one-time code); the column's name ends in `_hash`. */
export const hash = (name: `${string}_hash`) => bytes(name);

/** An instant, `timestamptz` to the millisecond. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A calendar day in Asia/Shanghai, as text. */
export const localDate = (name: string) => date(name, { mode: 'string' });

/** Integer fen. */
export const fen = (name: `${string}_fen`) => bigint(name, { mode: 'number' });
