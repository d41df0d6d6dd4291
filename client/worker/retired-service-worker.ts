/** Built in place of the other one with TARO_APP_WORKER=off: whoever has it gets rid of it, and of what it kept, at the next start. */
export {};

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Worker {
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', take: (event: LifeEvent) => void): void;
}

const worker = self as unknown as Worker;

async function leave(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await worker.registration.unregister();
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(leave()));
