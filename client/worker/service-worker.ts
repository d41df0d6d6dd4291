/**
 * Keeps the app's own files, so that it opens without a network, and nothing else. It answers for two things only: the start page, and files that the
 * build names by their content. Whatever a person asks the server (/api, /demo, photos, Range parts) passes by untouched: it is neither answered from
 * here nor ever written down. The build puts SHELL in front (config/web/installable.ts).
 */
export {};

declare const SHELL: {
  /** Differs when any of the files does. */
  version: string;
  /** Fetched at once: what a start without a network needs. */
  files: string[];
  /** Kept when first asked for, or when the page says that nothing else is to be done. */
  later: string[];
};

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', take: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', take: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', take: (event: LifeEvent & MessageEvent<unknown>) => void): void;
}

const worker = self as unknown as Worker;
const START_PAGE = '/index.html';
const PREFIX = 'shell-';
const cacheName = `${PREFIX}${SHELL.version}`;
const known = new Set([...SHELL.files, ...SHELL.later]);

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Named by content, the others may come from what the browser already has.
  const request = (file: string) => new Request(file, { cache: file === START_PAGE ? 'reload' : 'default' });
  await cache.addAll(SHELL.files.map(request));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The start page and its scripts are of one version, however old: a newer one takes over as a whole. */
async function startPage(request: Request): Promise<Response> {
  const kept = await caches.match(START_PAGE, { cacheName });
  return kept ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.status === 200 && fresh.type === 'basic') {
    const cache = await caches.open(cacheName);
    await cache.put(request, fresh.clone());
  }
  return fresh;
}

/** One after the other, so that it is never in anybody's way; what is left when the line breaks is taken next time. */
async function keepLater(): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const name of SHELL.later) {
    if (await cache.match(name)) continue;
    const fresh = await fetch(name).catch(() => undefined);
    if (fresh?.status !== 200) return;
    await cache.put(name, fresh);
  }
}

const isPage = (path: string): boolean => path === '/' || path.startsWith('/features/');

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'keep-later') event.waitUntil(keepLater());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || request.headers.has('Range')) return;
  if (request.mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(startPage(request));
  } else if (known.has(pathname)) {
    event.respondWith(file(request));
  }
});
