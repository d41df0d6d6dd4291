import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../steps';
import { refuseOverBudget } from './budgets';
import { builtFiles, refuseForbiddenContent } from './release-files';

const HOME = '/features/home/pages/home/index';

/** A page's scripts, gzip at its best, in kB of 1,024 bytes. */
function scriptKb(folder: string, files: readonly string[]): number {
  const scripts = [...new Set(files)].filter((file) => file.endsWith('.js'));
  const bytes = scripts.map((file) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** What the budget of the web build counts: the app's script and each page's own, as the build lists them in pages.json. */
export function webWeights(folder: string): Record<string, number> {
  const pages = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as Record<string, string[]>;
  const start = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const entry = [...start.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, file = '']) => file);
  const weights = Object.entries(pages).map(([page, files]): [string, number] => [
    page,
    scriptKb(folder, [...entry, ...files]),
  ]);
  const home = weights.find(([page]) => page === HOME)?.[1];
  if (home === undefined) throw new Error('the build does not list the files of the home page');
  const most = Math.max(...weights.filter(([page]) => page !== HOME).map(([, kb]) => kb));
  return { homeScriptKb: Number(home.toFixed(1)), largestPageScriptKb: Number(most.toFixed(1)) };
}

/** Every script of the web build parses (a bundler can emit broken syntax and stay green), and nothing forbidden is in it. */
export function checkWebBuild(outputRoot: string): void {
  const folder = path.join(root, outputRoot);
  const files = builtFiles(folder);
  const scripts = files.filter((file) => file.name.endsWith('.js'));
  if (scripts.length === 0) throw new Error('the web build has no script');
  for (const script of scripts) {
    const result = spawnSync(process.execPath, ['--check', script.absolute], { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`${script.name} does not parse: ${result.stderr}`);
  }
  console.log(`${String(scripts.length)} scripts parse`);
  refuseForbiddenContent(files);
  const weights = webWeights(folder);
  for (const [name, value] of Object.entries(weights))
    console.log(`${String(value).padStart(9)} kB  ${name}`);
  refuseOverBudget('web', weights);
}
