import fs from 'node:fs';
import path from 'node:path';
import { root } from '../steps';
import { builtFiles, refuseForbiddenContent } from './release-files';

const KB = 1024;
/** WeChat refuses a package over 2 MB; ours stay well below, and the numbers only go down. */
const LIMITS = { package: 2048 * KB, main: 1536 * KB, all: 30 * 1024 * KB };

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

/** Sizes of the main package and of every subpackage of the WeChat build, and what may not be in them. */
export function checkWeappPackages(outputRoot: string): void {
  const folder = path.join(root, outputRoot);
  const files = builtFiles(folder);
  const app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson;
  const roots = (app.subPackages ?? app.subpackages ?? []).map((entry) => entry.root.replace(/\/?$/, '/'));
  const sizes = new Map<string, number>([['main', 0], ...roots.map((name): [string, number] => [name, 0])]);
  for (const file of files) {
    const owner = roots.find((name) => file.name.startsWith(name)) ?? 'main';
    sizes.set(owner, (sizes.get(owner) ?? 0) + file.bytes);
  }
  const tooLarge: string[] = [];
  for (const [name, bytes] of sizes) {
    console.log(`${(bytes / KB).toFixed(1).padStart(9)} kB  ${name}`);
    if (bytes > (name === 'main' ? LIMITS.main : LIMITS.package)) tooLarge.push(name);
  }
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (all > LIMITS.all) tooLarge.push('all packages together');
  if (tooLarge.length > 0) throw new Error(`too large: ${tooLarge.join(', ')}`);
  refuseForbiddenContent(files);
}
