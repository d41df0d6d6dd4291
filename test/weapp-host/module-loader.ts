import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hiddenNames } from './hidden-globals';

interface Module {
  exports: unknown;
}

/** What a file of the bundle may name besides the language itself. */
export type GivenGlobals = Readonly<
  Record<'wx' | 'console' | 'App' | 'Page' | 'Component' | 'Behavior' | 'getApp' | 'getCurrentPages', unknown>
>;

/** Runs the bundle's files as WeChat does: each once, with a `require` of its own and nothing of a browser in sight. */
export class ModuleLoader {
  private readonly cache = new Map<string, Module>();
  private readonly hidden = hiddenNames();

  constructor(
    private readonly dist: string,
    private readonly globalsFor: (file: string) => GivenGlobals,
  ) {}

  run(file: string): unknown {
    const name = path.posix.normalize(file.endsWith('.js') ? file : `${file}.js`);
    const cached = this.cache.get(name);
    if (cached) return cached.exports;
    const absolute = path.join(this.dist, name);
    if (!existsSync(absolute)) throw new Error(`A file is missing from the bundle: ${name}`);
    const module: Module = { exports: {} };
    this.cache.set(name, module);
    const given = this.globalsFor(name);
    const require = (reference: string) => this.run(path.posix.join(path.posix.dirname(name), reference));
    const names = [...Object.keys(given), 'require', 'module', 'exports'];
    const body = `${readFileSync(absolute, 'utf8')}\n//# sourceURL=weapp/${name}`;
    const execute = new Function(...names, ...this.hidden, body) as (...values: unknown[]) => void;
    execute(...Object.values(given), require, module, module.exports);
    return module.exports;
  }
}
