import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Compilation, sources, type Compiler } from 'webpack';
import { manifestOf } from './manifest';
import { scriptOf } from './worker-script';
import { entryFilesOf, pageFilesOf, type PageFiles } from './page-files';

const client = path.resolve(__dirname, '../../client');

/** What is worth opening without a network: the tabs, the report that is written down offline, the voucher whose code can be typed. */
const OFFLINE = [
  'home/pages/home',
  'policies/pages/list',
  'life/pages/life',
  'account/pages/me',
  'claims/pages/report',
  'vouchers/pages/list',
  'vouchers/pages/detail',
];

export interface InstallableOptions {
  insurer: string;
  product: string;
  /** Off: a worker that removes itself and what it kept. */
  worker: boolean;
}

function filesOf(pages: PageFiles, page: string): string[] {
  const files = pages[`/features/${page}/index`];
  if (!files) throw new Error(`there is no page ${page} to keep for a start without a network`);
  return files;
}

function shellOf(compilation: Compilation, pages: PageFiles): string {
  const entry = entryFilesOf(compilation);
  const offline = OFFLINE.flatMap((page) => filesOf(pages, page));
  const files = [...new Set(['/index.html', ...entry, ...offline])];
  const later = [...new Set(Object.values(pages).flat())].filter((file) => !files.includes(file));
  const hash = createHash('sha256').update(scriptOf('service-worker'));
  hash.update(compilation.getAsset('index.html')?.source.buffer() ?? '');
  hash.update([...files, ...later].join('\n'));
  return JSON.stringify({ version: hash.digest('hex').slice(0, 12), files, later });
}

/** Adds to the web build what makes it an app of the phone: manifest, icons, worker, and the list of each page's files. */
export class InstallablePlugin {
  constructor(private readonly options: InstallableOptions) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('installable', (compilation) => {
      // The very last stage: file names carry their final hashes and the start page is written.
      compilation.hooks.processAssets.tap(
        { name: 'installable', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => this.emit(compilation),
      );
    });
  }

  private emit(compilation: Compilation): void {
    // The start page's own compiler and broken builds have no pages.
    if (compilation.compiler.isChild() || compilation.errors.length > 0) return;
    const add = (name: string, content: string | Buffer) =>
      compilation.emitAsset(name, new sources.RawSource(content));
    const pages = pageFilesOf(compilation);
    add('pages.json', JSON.stringify(pages));
    add('manifest.webmanifest', manifestOf(this.options));
    for (const file of readdirSync(path.join(client, 'assets/app'))) {
      add(`icons/${file}`, readFileSync(path.join(client, 'assets/app', file)));
    }
    const worker = this.options.worker
      ? `const SHELL = ${shellOf(compilation, pages)};\n${scriptOf('service-worker')}`
      : scriptOf('retired-service-worker');
    add('service-worker.js', worker);
  }
}
