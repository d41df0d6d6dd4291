import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Express, Request, Response } from 'express';

const gzipBytes = promisify(gzip);
const brotliBytes = promisify(brotliCompress);

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);
const SMALLEST_COMPRESSED_BYTES = 1024;
/** A name with a content hash never changes its content. */
const HASHED_NAME = /[.-][0-9a-f]{8,32}\.[a-z0-9]+$/;
/** Addresses of the server's own; a mistyped one is a 404 and not the start page. */
const OWN_ADDRESS = /^\/(api|demo|health|metrics)(\/|$)/;
const ROUTE = '/*';
/** Of the build, for this server: which files each page needs. */
const PAGE_FILES = '/pages.json';
/** What `/` becomes. */
const HOME = '/features/home/pages/home/index';
const WORKER = '/service-worker.js';

interface WebFile {
  bytes: Buffer;
  mediaType: string;
  cacheControl: string;
  gzipped?: Promise<Buffer>;
  /** There once it is made: at its best brotli takes so long that whoever asks first is given gzip. */
  brotli?: Buffer;
  makingBrotli?: Promise<void>;
  compressible: boolean;
}

function fileOf(root: string, relative: string): WebFile {
  const extension = path.extname(relative).toLowerCase();
  const bytes = readFileSync(path.join(root, relative));
  const immutable = HASHED_NAME.test(relative);
  return {
    bytes,
    mediaType: mediaTypes[extension] ?? 'application/octet-stream',
    cacheControl: immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    compressible: COMPRESSED.has(extension) && bytes.length >= SMALLEST_COMPRESSED_BYTES,
  };
}

/** The build is a few hundred small files: they are read once, and an address can reach nothing else. */
function readAll(root: string): Map<string, WebFile> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'));
  return new Map(
    files.map((entry) => {
      const relative = path.relative(root, path.join(entry.parentPath, entry.name));
      return [`/${relative.split(path.sep).join('/')}`, fileOf(root, relative)];
    }),
  );
}

/** What each page asks for as soon as the app's script runs, told in the answer's head: it travels at the same time as that script. */
function preloadsOf(files: Map<string, WebFile>): Map<string, string> {
  const known = files.get(PAGE_FILES)?.bytes.toString() ?? '{}';
  files.delete(PAGE_FILES);
  const link = (file: string) => `<${file}>; rel=preload; as=${file.endsWith('.css') ? 'style' : 'script'}`;
  const pages = Object.entries(JSON.parse(known) as Record<string, string[]>);
  return new Map(pages.map(([page, wanted]) => [page, wanted.map(link).join(', ')]));
}

async function compressed(
  request: Request,
  file: WebFile,
): Promise<{ bytes: Buffer; encoding: 'br' | 'gzip' | undefined }> {
  file.makingBrotli ??= brotliBytes(file.bytes).then((bytes) => {
    file.brotli = bytes;
  });
  if (file.brotli && request.acceptsEncodings('br')) return { bytes: file.brotli, encoding: 'br' };
  if (!request.acceptsEncodings('gzip')) return { bytes: file.bytes, encoding: undefined };
  file.gzipped ??= gzipBytes(file.bytes);
  return { bytes: await file.gzipped, encoding: 'gzip' };
}

async function send(request: Request, response: Response, file: WebFile): Promise<void> {
  response.locals.route = ROUTE;
  response.setHeader('Content-Type', file.mediaType);
  response.setHeader('Cache-Control', file.cacheControl);
  let body = file.bytes;
  if (file.compressible) {
    response.setHeader('Vary', 'Accept-Encoding');
    const { bytes, encoding } = await compressed(request, file);
    body = bytes;
    if (encoding) response.setHeader('Content-Encoding', encoding);
  }
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function pathOf(request: Request): string | undefined {
  try {
    return decodeURIComponent(request.path);
  } catch {
    return undefined;
  }
}

/** The web build at `/`. An address of a page (no such file, a browser asking for HTML) gets the start page, which knows its pages. */
export function mountWebFiles(app: Express, root: string): void {
  const files = readAll(root);
  const preloads = preloadsOf(files);
  const index = files.get('/index.html');
  app.use(async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const wanted = pathOf(request);
    if (wanted === undefined || OWN_ADDRESS.test(wanted)) return next();
    const isPage = path.posix.extname(wanted) === '' && request.accepts(['html', 'json']) === 'html';
    const file = files.get(wanted) ?? (wanted === '/' || isPage ? index : undefined);
    if (!file) return next();
    const preload = file === index ? preloads.get(wanted === '/' ? HOME : wanted) : undefined;
    if (preload !== undefined) response.setHeader('Link', preload);
    if (wanted === WORKER) response.setHeader('Service-Worker-Allowed', '/');
    await send(request, response, file);
  });
}
