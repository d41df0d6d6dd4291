import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { FieldCipher } from '../../../crypto/field-cipher';
import type { SeededRandom } from './seeded-random';

/** What every part of the demonstration is written with: one transaction, one generator, one moment. */
export interface Seeding {
  client: ClientBase;
  cipher: FieldCipher;
  /** Compares the inputs of two requests with one request id. */
  inputKey: KeyObject;
  random: SeededRandom;
  /** The database's clock when seeding began; everything happened so many days before or after it. */
  now: Date;
  insurerName: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** So many days from now; below zero lies in the past. `hour` puts it at an hour of that day in Shanghai. */
export function day({ now }: Seeding, days: number, hour?: number): Date {
  const moment = new Date(now.getTime() + days * DAY_MS);
  if (hour === undefined) return moment;
  const midnight = Math.floor((moment.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return new Date(midnight + hour * 60 * 60 * 1000);
}

/** The first moment of a year in Shanghai, counted from this year: 1 is when this year's points run out. */
export function yearStart({ now }: Seeding, years: number): Date {
  const year = new Date(now.getTime() + OFFSET_MS).getUTCFullYear() + years;
  return new Date(Date.UTC(year, 0, 1) - OFFSET_MS);
}

export async function insert(
  { client }: Seeding,
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${String(index + 1)}`);
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

const NO_INPUT = Buffer.alloc(32);

/** Demo rows were written by no request, and no request can have this scope. */
export function seedRequest(id: string): { request_scope: string; request_id: string; input_hash: Buffer } {
  return { request_scope: 'seed', request_id: id, input_hash: NO_INPUT };
}
