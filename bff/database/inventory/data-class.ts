/**
 * What kind of data a column holds; every column of every schema has exactly one. The class decides how it is stored, whether it may be logged or
 * exported, and how long it is kept.
 *
 * - `key`: a random identifier or a reference to one; opaque, no meaning outside.
 * - `public`: may be shown to anyone (a product's name, a store's address).
 * - `internal`: how the business runs (states, kinds, counters, configuration, times of changes).
 * - `personal`: belongs to a person but harmless alone and needed in plain form (a birth month, a preference, a city).
 * - `personal-encrypted`: names, phones, IDs, plates, VINs, addresses, free text of people; an envelope of the field cipher.
 * - `sensitive-encrypted`: the same for sensitive personal data (health, location, accounts); separate consent, shortest retention.
 * - `personal-blind-index`: HMAC by which an encrypted field is found.
 * - `personal-pseudonym`: stands for a person elsewhere (openid, subject, device id).
 * - `secret-hash`: a hash or HMAC of a secret (refresh token, one-time code, request fingerprint).
 * - `secret-encrypted`: a secret that must be read again, such as a voucher code; an envelope.
 * - `payload-encrypted`: whole messages (outbox, queue, last-known answers); an envelope.
 * - `money`: fen. `points`: points.
 */
export const dataClasses = [
  'key',
  'public',
  'internal',
  'personal',
  'personal-encrypted',
  'sensitive-encrypted',
  'personal-blind-index',
  'personal-pseudonym',
  'secret-hash',
  'secret-encrypted',
  'payload-encrypted',
  'money',
  'points',
] as const;

export type DataClass = (typeof dataClasses)[number];

/** Table → column → class, with the names as they stand in the database (snake_case). */
export type SchemaInventory = Record<string, Record<string, DataClass>>;
