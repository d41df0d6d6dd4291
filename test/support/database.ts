import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { createPool } from '../../bff/database/pool';
import { onServer, urlOfDatabase } from './server-url';
import { templateDatabase } from './template';

export interface TestDatabase {
  url: string;
  name: string;
  /** A pool whose unqualified names mean `schema`; it ends with the database. */
  pool(schema: string): Pool;
  /** Ends the pools and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

async function createFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${template}`);
  const pools = new Map<string, Pool>();
  const url = urlOfDatabase(name);
  return {
    url,
    name,
    pool(schema) {
      const known = pools.get(schema) ?? createPool({ url, name: `test ${schema}`, schema });
      pools.set(schema, known);
      return known;
    },
    async drop() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await onServer(`drop database if exists ${name} with (force)`);
    },
  };
}

/** A database of its own for a suite: every schema migrated, and with `seeded` the demo data as well. A copy of a template, so about 100 ms. */
export async function createTestDatabase({ seeded = false } = {}): Promise<TestDatabase> {
  return createFrom(await templateDatabase(seeded));
}

/** A database with nothing in it, for tests of the migrations themselves. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom('template0');
}
