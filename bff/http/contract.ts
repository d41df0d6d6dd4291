/**
 * Value types that every contract shares. The client imports this file too, so it stays on zod/mini.
 * Money is integer fen, points are integers, instants are ISO 8601 with offset, dates are calendar days
 * in Asia/Shanghai.
 */
import * as z from 'zod/mini';

/** An opaque identifier: never parsed, only compared. */
export const opaqueId = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));

/** No accident and no policy of ours lies outside 1900–2299, and a database refuses some of the years that do. */
const COMMON_YEAR = /^(?:19|2[0-2])\d\d-/;

/** An instant with offset, e.g. 2026-11-22T14:05:00+08:00. */
export const instant = z.iso.datetime({ offset: true }).check(z.regex(COMMON_YEAR));

/** A calendar day in Asia/Shanghai. */
export const localDate = z.iso.date().check(z.regex(COMMON_YEAR));

/** The id inside a cursor: a caller can write anything there, and it goes into a query. */
export const cursorId = z.string().check(z.maxLength(64), z.regex(/^[\w-]*$/));

/** Integer fen (分), zero or more, bounded well below 2^53. */
export const fen = z.int().check(z.gte(0), z.lte(1_000_000_000_00));

/** Integer fen that may be negative, for reversals and corrections. */
export const signedFen = z.int().check(z.gte(-1_000_000_000_00), z.lte(1_000_000_000_00));

export const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** Points of a member: a ledger's sum, so only a nonsensical one is refused. */
export const points = z.int().check(z.gte(0), z.lte(1_000_000_000_000));

/** Where an answer came from a system of record: when it was current, and whether it is a last known one. */
export const freshness = {
  asOf: instant,
  stale: z.optional(z.boolean()),
};

/** `?limit=` (1–100) and `?cursor=` of every list. Query values arrive as strings. */
export const pageQuery = {
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
};

export function listOf<Item extends z.core.$ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.nullable(z.string()),
    asOf: z.optional(instant),
    stale: z.optional(z.boolean()),
  });
}

/** One field that was refused: `path` points into the request, `message` is Chinese and made for people. */
export const fieldError = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
});

/** RFC 9457 problem details, with the members every answer of ours carries. */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  retryAfterSeconds: z.optional(z.int()),
  errors: z.optional(z.array(fieldError)),
});

export type Problem = z.infer<typeof problem>;
export type FieldError = z.infer<typeof fieldError>;
