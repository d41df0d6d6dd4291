/**
 * `npm run bench [name…] [-- --seed 7 --runs 5 --members 10000 --profile folder --out folder --ratchet]`: each benchmark in a process of its own, one after the other; a table on the
 * screen, JSON in dist/bench. Without a name it says what there is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lowerBudgets } from './support/budgets';
import type { Bench } from './support/definition';
import { root, surroundings } from './support/surroundings';
import { printResult } from './support/table';

const DEFAULT_SEED = 20261122;

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    runs: { type: 'string' },
    members: { type: 'string', multiple: true },
    profile: { type: 'string' },
    out: { type: 'string' },
    ratchet: { type: 'boolean' },
  },
});

const fileOf = (name: string): string => path.join(__dirname, name, 'bench.ts');
const known = readdirSync(__dirname).filter((name) => existsSync(fileOf(name)));

async function load(name: string): Promise<Bench> {
  const { bench } = (await import(fileOf(name))) as { bench: Bench };
  return bench;
}

async function list(): Promise<void> {
  console.log('npm run bench <name…>');
  for (const name of known) console.log(`  ${name.padEnd(12)} ${(await load(name)).about}`);
}

async function run(name: string): Promise<void> {
  const seed = Number(options.seed ?? DEFAULT_SEED);
  const around = surroundings(seed);
  const { about, run: measure } = await load(name);
  const result = await measure({
    seed,
    runs: options.runs === undefined ? undefined : Number(options.runs),
    members: options.members?.map(Number),
    profile: options.profile,
    say: (line) => console.error(`  ${line}`),
  });
  const { machine } = around;
  console.log(printResult(`${name}: ${about}`, result));
  console.log(
    `\n${around.commit}${around.changed ? ' and changes' : ''} · Node ${around.node} · ${machine.cpu} × ${String(machine.cores)} · load ${String(machine.load)} · seed ${String(seed)}`,
  );
  const folder = path.resolve(root, options.out ?? 'dist/bench');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ bench: name, about, ...around, ...result }, undefined, 2)}\n`);
  console.log(`written to ${path.relative(root, file)}`);
  if (options.ratchet) for (const line of lowerBudgets(result.figures)) console.log(line);
}

/** A process each: what one leaves in memory is not in the next one's figures. */
function runEach(names: string[]): void {
  const own = process.argv.slice(2).filter((argument) => !names.includes(argument));
  for (const name of names) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', __filename, name, ...own], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no benchmark called ${unknown.join(', ')}; there is ${known.join(', ')}`);
  const [only, ...others] = wanted;
  if (only === undefined) await list();
  else if (others.length > 0) runEach(wanted);
  else await run(only);
}

main().then(
  () => process.exit(),
  (error: Error) => {
    console.error(error.stack ?? error.message);
    process.exit(1);
  },
);
