import path from 'node:path';
import { parseArgs } from 'node:util';
import { sizeNames, themes, type Wanted } from './look';

const root = path.resolve(__dirname, '../..');

function chosen<Name extends string>(what: string, all: readonly Name[], named: string | undefined): Name[] {
  if (named === undefined) return [...all];
  const names = named.split(',');
  const unknown = names.find((name) => !(all as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`no ${what} "${unknown}"; there are ${all.join(', ')}`);
  return all.filter((name) => names.includes(name));
}

/** `--only vouchers,claims/case --theme dark --width 320 --full --scale 2 --web dist/h5 --out dist/pictures --readme` */
export function readWanted(argv: readonly string[]): Wanted & { readme: boolean } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      theme: { type: 'string' },
      width: { type: 'string' },
      full: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      web: { type: 'string', default: 'dist/h5' },
      out: { type: 'string', default: 'dist/pictures' },
      readme: { type: 'boolean', default: false },
    },
  });
  return {
    themes: values.readme ? ['light'] : chosen('theme', themes, values.theme),
    sizes: values.readme ? ['390'] : chosen('width', sizeNames, values.width),
    only: values.only?.split(',') ?? [],
    full: values.full,
    scale: Number(values.scale),
    webRoot: path.resolve(root, values.web),
    out: path.resolve(root, values.out),
    readme: values.readme,
  };
}
