import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const folder = path.resolve(__dirname, '../../client/worker');

/** A worker as the browser gets it. Types go, nothing else changes; a classic worker knows no modules. */
export function scriptOf(name: 'service-worker' | 'retired-service-worker'): string {
  const source = readFileSync(path.join(folder, `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  return outputText.replace('export {};\n', '');
}
