import type { TestDatabase } from '../../support/database';
import type { Caller, Heard } from './load';

/** What became of the writes that core was to do, and what each of them was told. */
export interface Fate {
  path: string;
  key: string;
  /** `done`, `nothing happened`, `may have happened`. */
  told: 'done' | 'nothing' | 'unknown';
  effects: number;
}

const toldOf = (status: number): Fate['told'] =>
  status === 503 ? 'nothing' : status === 504 ? 'unknown' : 'done';

/** Who was told that nobody knows asks again with the same request, as “查询进度” does. */
async function askAgain(caller: Caller, uncertain: Heard[]): Promise<void> {
  for (const heard of uncertain) {
    const again = await caller.ask('write', heard.ask, heard);
    if (again.status !== 201)
      throw new Error(`${heard.ask.path} asked again: ${String(again.status)} ${again.text}`);
  }
}

export async function fatesOf(database: TestDatabase, heard: Heard[], caller: Caller): Promise<Fate[]> {
  const writes = heard.filter(({ kind }) => kind === 'write');
  await askAgain(
    caller,
    writes.filter(({ status }) => status === 504),
  );
  const { rows } = await database
    .pool('core')
    .query<{ request_id: string; effects: number }>(
      'select request_id, count(*)::int as effects from service_records where request_id = any($1) group by request_id',
      [writes.map(({ key }) => key)],
    );
  const effects = new Map(rows.map((row) => [row.request_id, row.effects]));
  return writes.map(({ ask, key = '', status }) => ({
    path: ask.path,
    key,
    told: toldOf(status),
    effects: effects.get(key) ?? 0,
  }));
}

/** I5: what was said to be done, or was asked again, is there once; what was said not to have happened is not. */
export const untrue = (fates: readonly Fate[]): Fate[] =>
  fates.filter(({ told, effects }) => effects !== (told === 'nothing' ? 0 : 1));
