import type { Asked } from '../../../support/query-plans';
import { pgbench } from './pgbench';
import { CONCURRENCY, type Way } from './way';

/** `:n` is the number of the unit of work, different for every client and transaction; `:run` is there for ids that must differ from run to run. */
const NUMBERED = '\\set k :k + 1\n\\set n :first + :client_id * :each + :k\n';

const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** A statement with its `$1`, `$2`, … spelled as expressions of pgbench. */
export const withParameters = (text: string, parameters: readonly string[]): string =>
  text.replace(/\$(\d+)/g, (_, at: string) => parameters[Number(at) - 1] ?? '');

export const scriptOf = (statements: readonly string[]): string =>
  NUMBERED + statements.map((statement) => `${onOneLine(statement)};\n`).join('');

/** pgbench takes a colon before a letter for one of its variables. */
const quoted = (text: string) => `'${text.replaceAll("'", "''").replace(/:(?=\w)/g, ":' || '")}'`;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Spells values so that each unit has its own: a known text becomes its expression, ids and sealed bytes become new ones. */
function createSpelling(known: ReadonlyMap<string, string>): (value: unknown) => string {
  const ids = new Map<string, string>();
  const idOf = (value: string) => {
    const found = ids.get(value) ?? `('u${String(ids.size)}_' || :run || '_' || :n)`;
    ids.set(value, found);
    return found;
  };
  const textOf = (value: string) => {
    const part = [...known.keys()].find((name) => value.includes(name));
    if (part === undefined) return UUID.test(value) ? idOf(value) : quoted(value);
    const [before = '', after = ''] = value.split(part, 2);
    return `(${[quoted(before), known.get(part) ?? '', quoted(after)].join(' || ')})`;
  };
  const spell = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return textOf(value);
    if (Buffer.isBuffer(value)) return `sha256(${idOf(value.toString('hex'))}::bytea)`;
    if (value instanceof Date) return `to_timestamp(${String(value.getTime() / 1000)})`;
    if (Array.isArray(value)) return value.length === 0 ? `'{}'` : `array[${value.map(spell).join(', ')}]`;
    return JSON.stringify(value);
  };
  return spell;
}

/** What was asked for one unit, as a script that asks the same for any other. `known` says what in it stands for the unit. */
export function scriptFrom(asked: readonly Asked[], known: ReadonlyMap<string, string>): string {
  const spell = createSpelling(known);
  return scriptOf(asked.map(({ text, values }) => withParameters(text, values.map(spell))));
}

export function throughPgbench(
  url: string,
  script: string,
  { clients = CONCURRENCY, name = 'pgbench' } = {},
): Way {
  let run = 0;
  return {
    name,
    async work(first, count) {
      run += 1;
      const each = Math.floor(count / clients);
      const variables = { first, each, k: -1, run };
      const work = { url, script, clients, transactions: count, variables };
      const { perSecond, latencyMs } = await pgbench(work);
      return { perSecond, latencies: [latencyMs] };
    },
  };
}
