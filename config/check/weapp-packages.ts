import fs from 'node:fs';
import path from 'node:path';
import { root } from '../steps';
import { refuseOverBudget } from './budgets';
import { builtFiles, refuseForbiddenContent } from './release-files';

const KB = 1024;

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

/** Bytes of the main package, under the name `main`, and of every subpackage of a WeChat build. */
export function packageSizes(folder: string): Map<string, number> {
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson;
  const roots = (app.subPackages ?? app.subpackages ?? []).map((entry) => entry.root.replace(/\/?$/, '/'));
  const sizes = new Map<string, number>([['main', 0], ...roots.map((name): [string, number] => [name, 0])]);
  for (const file of builtFiles(folder)) {
    const owner = roots.find((name) => file.name.startsWith(name)) ?? 'main';
    sizes.set(owner, (sizes.get(owner) ?? 0) + file.bytes);
  }
  return sizes;
}

/** What the budget of the WeChat build counts, in kB. */
export function weappWeights(sizes: Map<string, number>): Record<string, number> {
  const parts = [...sizes].filter(([name]) => name !== 'main').map(([, bytes]) => bytes);
  const main = sizes.get('main') ?? 0;
  return {
    mainPackageKb: Math.ceil(main / KB),
    largestSubpackageKb: Math.ceil(Math.max(0, ...parts) / KB),
    allPackagesKb: Math.ceil((main + parts.reduce((sum, bytes) => sum + bytes, 0)) / KB),
  };
}

/** Sizes of the packages against config/budgets/weapp.json, and what may not be in them. */
export function checkWeappPackages(outputRoot: string): void {
  const folder = path.join(root, outputRoot);
  const sizes = packageSizes(folder);
  for (const [name, bytes] of sizes) console.log(`${(bytes / KB).toFixed(1).padStart(9)} kB  ${name}`);
  refuseOverBudget('weapp', weappWeights(sizes));
  refuseForbiddenContent(builtFiles(folder));
}
