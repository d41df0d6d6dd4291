import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { buildWeb } from '../../../bff/start/web-build';
import { temporaryFolder } from '../../support/run-folder';

/** A checkout with one page and a compiler that copies it; what is tested is when it is called and what is served meanwhile. */
function checkout(compiler = 'cat client/page.txt'): string {
  const root = temporaryFolder('checkout');
  for (const folder of [
    'client',
    'config/web',
    'bff/features/claims',
    'bff/upstream/core',
    'node_modules/.bin',
  ]) {
    mkdirSync(path.join(root, folder), { recursive: true });
  }
  writeFileSync(path.join(root, 'client/page.txt'), 'first');
  writeFileSync(path.join(root, 'bff/features/claims/contract.ts'), '// a contract');
  writeFileSync(path.join(root, 'bff/features/claims/routes.ts'), '// not in the client');
  setCompiler(root, compiler);
  return root;
}

function setCompiler(root: string, compiler: string): void {
  const program = path.join(root, 'node_modules/.bin/taro');
  writeFileSync(
    program,
    `#!/bin/sh\nset -e\necho built >> builds.txt\nmkdir -p "$TARO_OUTPUT_ROOT"\n${compiler} > "$TARO_OUTPUT_ROOT/index.html"\n`,
  );
  chmodSync(program, 0o755);
}

const build = (root: string, lines: string[] = []) =>
  buildWeb({ root, tell: (line) => lines.push(line), tellEveryMs: 10 });
const served = (root: string) => readFileSync(path.join(root, 'dist/h5/index.html'), 'utf8');
const buildsOf = (root: string) =>
  readFileSync(path.join(root, 'builds.txt'), 'utf8').trim().split('\n').length;

it('builds once and tells the person at the terminal', async () => {
  const root = checkout();
  const lines: string[] = [];
  expect(await build(root, lines)).toBe(path.join(root, 'dist/h5'));
  await build(root, lines);
  expect(served(root)).toBe('first');
  expect(buildsOf(root)).toBe(1);
  expect(lines[0]).toMatch(/^Building the web client/);
  expect(lines.at(-1)).toMatch(/^The web client is built/);
});

it('says what is being done and for how long, also while the percentage stands still', async () => {
  const lines: string[] = [];
  const waits = 'until [ -f go-on ]; do sleep 0.05; done; cat client/page.txt';
  const root = checkout(`printf 'Webpack sealing (92%%) asset processing'; ${waits}`);
  const told = () => lines.filter((line) => line.includes('92 %'));
  const building = buildWeb({
    root,
    tellEveryMs: 10,
    tell(line) {
      lines.push(line);
      // Said more than once, so that whoever waits sees the seconds go on.
      if (told().length === 3) writeFileSync(path.join(root, 'go-on'), '');
    },
  });
  await building;
  expect(told()[0]).toMatch(/^ {2}92 %, making the files small, the longest step \(\d+ s\)$/);
});

it.each([
  'client/page.txt',
  'bff/features/claims/contract.ts',
  'bff/upstream/core/contract/claims.ts',
  'package-lock.json',
  'config/index.ts',
  'config/web/installable.ts',
])('builds again when %s changed', async (file) => {
  const root = checkout();
  await build(root);
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), 'changed');
  await build(root);
  expect(buildsOf(root)).toBe(2);
});

it('does not build again for what is not in the client', async () => {
  const root = checkout();
  await build(root);
  writeFileSync(path.join(root, 'bff/features/claims/routes.ts'), 'changed');
  await build(root);
  expect(buildsOf(root)).toBe(1);
});

it('takes a younger build that somebody made by hand, and replaces an older one', async () => {
  const root = checkout();
  mkdirSync(path.join(root, 'dist/h5'), { recursive: true });
  writeFileSync(path.join(root, 'dist/h5/index.html'), 'by hand');
  const later = new Date(Date.now() + 5_000);
  utimesSync(path.join(root, 'dist/h5/index.html'), later, later);
  await build(root);
  expect(served(root)).toBe('by hand');
  const muchLater = new Date(Date.now() + 10_000);
  utimesSync(path.join(root, 'client/page.txt'), muchLater, muchLater);
  await build(root);
  expect(served(root)).toBe('first');
});

it('keeps the last complete build when the next one fails, and leaves no draft', async () => {
  const root = checkout();
  await build(root);
  writeFileSync(path.join(root, 'client/page.txt'), 'second');
  setCompiler(root, 'echo "Errors: no such module" >&2; exit 1; echo');
  await expect(build(root)).rejects.toThrow(/The web build failed\. Errors: no such module/);
  expect(served(root)).toBe('first');
  expect(readdirSync(path.join(root, 'dist'))).toEqual(['h5']);
});

it('sweeps what a killed build left behind, but not a neighbour at work', async () => {
  const root = checkout();
  const gone = 4_194_305;
  mkdirSync(path.join(root, `dist/h5.tmp-${gone}`), { recursive: true });
  mkdirSync(path.join(root, `dist/h5.tmp-${process.ppid}`));
  await build(root);
  expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(['h5', `h5.tmp-${process.ppid}`]);
});

it('says what to do where there is no compiler', async () => {
  const root = checkout();
  rmSync(path.join(root, 'node_modules'), { recursive: true });
  await expect(build(root)).rejects.toThrow(/run "npm ci", or set WEB_ROOT/);
  expect(existsSync(path.join(root, 'dist/h5'))).toBe(false);
});
