import type { Pool, PoolClient } from 'pg';

/** A node of `explain (format json)`, as far as it matters here. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Filter?: string;
  Plans?: PlanNode[];
}

export interface Asked {
  text: string;
  values: unknown[];
}

interface Queryable {
  query: (...given: unknown[]) => unknown;
}

function noted(given: unknown[]): Asked | undefined {
  const [first, second] = given;
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const config = first as { text?: string; values?: unknown[] } | null;
  if (typeof config?.text !== 'string') return undefined;
  return { text: config.text, values: config.values ?? [] };
}

const PLANNED = /^\s*(select|with|update|insert|delete)\b/i;

/** Writes down what a pool is asked from now on, through itself or through the connections it lends. */
export function listenTo(pool: Pool, wanted: RegExp = PLANNED): Asked[] {
  const asked: Asked[] = [];
  const heard = new WeakSet<object>();
  const listen = (client: PoolClient) => {
    if (heard.has(client)) return;
    heard.add(client);
    const speaker = client as unknown as Queryable;
    const ask = speaker.query.bind(client);
    speaker.query = (...given) => {
      const question = noted(given);
      if (question && wanted.test(question.text)) asked.push(question);
      return ask(...given);
    };
  };
  pool.on('acquire', listen);
  return asked;
}

function seqScans(node: PlanNode): PlanNode[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node] : [];
  return [...own, ...(node.Plans ?? []).flatMap(seqScans)];
}

/** Tables of a schema by their estimated rows, largest first. */
export async function bigTables(
  pool: Pool,
  schema: string,
  fewestRows: number,
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; rows: number }>(
    `select c.relname as name, c.reltuples::int8 as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and c.reltuples >= $2 order by 2 desc`,
    [schema, fewestRows],
  );
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}

interface Explained {
  'QUERY PLAN': [{ Plan: PlanNode }];
}

async function planOf(database: Pick<Pool, 'query'>, { text, values }: Asked): Promise<PlanNode> {
  const { rows } = await database.query<Explained>(`explain (format json) ${text}`, values);
  const root = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!root) throw new Error('a plan without a root');
  return root;
}

const scansIn = (plan: PlanNode, { text }: Asked, tables: { has(name: string): boolean }): string[] =>
  seqScans(plan)
    .filter((node) => tables.has(node['Relation Name'] ?? ''))
    .map(
      (node) =>
        `${node['Relation Name'] ?? ''} (${node.Filter ?? 'no filter'}) in: ${text.replace(/\s+/g, ' ').trim().slice(0, 160)}`,
    );

/** The sequential scans of big tables that the planner chooses for a question with its very values. */
export async function scansOf(pool: Pool, asked: Asked, big: ReadonlyMap<string, number>): Promise<string[]> {
  return scansIn(await planOf(pool, asked), asked, big);
}

/** For tables that are still small here: with sequential scans made dear, one that is left has no index to go by. */
export async function scansWithoutIndex(
  pool: Pool,
  asked: Asked,
  tables: ReadonlySet<string>,
): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local enable_seqscan = off');
    return scansIn(await planOf(client, asked), asked, tables);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
