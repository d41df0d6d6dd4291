import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PgbenchWork {
  url: string;
  /** A script of pgbench: one transaction of it is one unit of work. */
  script: string;
  clients: number;
  transactions: number;
  variables?: Record<string, number>;
}

/** Transactions a second of PostgreSQL's own measure, with prepared statements. @throws Error when pgbench is not installed or a statement failed */
export async function pgbench(work: PgbenchWork): Promise<{ perSecond: number; latencyMs: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pgbench-'));
  const file = path.join(folder, 'work.sql');
  writeFileSync(file, work.script);
  const variables = Object.entries(work.variables ?? {}).flatMap(([name, value]) => [
    '-D',
    `${name}=${String(value)}`,
  ]);
  const each = Math.floor(work.transactions / work.clients);
  const sizes = ['-c', String(work.clients), '-j', '1', '-t', String(each)];
  try {
    const { stdout } = await run(
      'pgbench',
      ['-n', '-M', 'prepared', ...sizes, ...variables, '-f', file, work.url],
      {
        env: {
          PATH: process.env.PATH ?? '',
          PGOPTIONS: '-c search_path=club,public -c timezone=Asia/Shanghai',
        },
      },
    );
    const figure = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
    const failed = figure(/failed transactions: (\d+)/);
    if (failed > 0) throw new Error(`pgbench failed ${String(failed)} times`);
    return { perSecond: figure(/tps = ([\d.]+)/), latencyMs: figure(/latency average = ([\d.]+)/) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
