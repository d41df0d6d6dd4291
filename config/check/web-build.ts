import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../steps';
import { builtFiles, refuseForbiddenContent } from './release-files';

/** Every script of the web build parses (a bundler can emit broken syntax and stay green), and nothing forbidden is in it. */
export function checkWebBuild(outputRoot: string): void {
  const files = builtFiles(path.join(root, outputRoot));
  const scripts = files.filter((file) => file.name.endsWith('.js'));
  if (scripts.length === 0) throw new Error('the web build has no script');
  for (const script of scripts) {
    const result = spawnSync(process.execPath, ['--check', script.absolute], { encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`${script.name} does not parse: ${result.stderr}`);
  }
  console.log(`${String(scripts.length)} scripts parse`);
  refuseForbiddenContent(files);
}
