import { eventCenter } from '@tarojs/taro';
import { create } from 'zustand';
import { tabRoutes } from './route-table';

/** What the browser hands over when it would put the app among the phone's others. Not in the language's own types: Chromium alone has it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** After the first screen, so that keeping files never delays it. */
const REGISTER_AFTER_MS = 4000;
/** Whoever opened the app this short a time ago has not begun anything that a restart would take away. */
const STARTING_MS = 3000;
/** For browsers that do not say when they have nothing to do. */
const KEEP_AFTER_MS = 3000;
const LOOK_AGAIN_MS = 60 * 60_000;

const tabPaths = new Set(Object.values(tabRoutes).map((route) => `/${route}`));
const useOffer = create<{ prompt: InstallPrompt | undefined }>(() => ({ prompt: undefined }));

/** True while the browser offers to install; there is nothing to show otherwise. */
export const useCanInstall = (): boolean => useOffer(({ prompt }) => prompt !== undefined);

/** Opens the browser's own question. It may be asked once; a refusal takes the row away too. */
export async function install(): Promise<void> {
  const { prompt } = useOffer.getState();
  useOffer.setState({ prompt: undefined });
  await prompt?.prompt();
}

/** Whoever saves data keeps only what was opened. Not in the language's own types: Chromium alone has it. */
const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Every page, so that one that was never opened opens without a network too. */
async function keepEveryPage(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (savesData() || !active) return;
  const ask = () => active.postMessage('keep-later');
  if ('requestIdleCallback' in window) window.requestIdleCallback(ask);
  else setTimeout(ask, KEEP_AFTER_MS);
}

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  });
  waiting.postMessage('take-over');
}

/** A form is never interrupted: the offer waits for one of the four tabs. */
function offerOnTab(waiting: ServiceWorker, offer: (take: () => void) => void): void {
  const onChange = ({ toLocation }: { toLocation: { path: string } }) => {
    if (tabPaths.has(toLocation.path)) show();
  };
  const show = () => {
    eventCenter.off('__taroRouterChange', onChange);
    offer(() => takeOver(waiting));
  };
  if (tabPaths.has(window.location.pathname)) show();
  else eventCenter.on('__taroRouterChange', onChange);
}

function watchFor(registration: ServiceWorkerRegistration, onWaiting: (worker: ServiceWorker) => void): void {
  if (registration.waiting) onWaiting(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // Without a controller this is the first visit, and what was installed is what is running.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) onWaiting(installing);
    });
  });
  const look = () => void registration.update().catch(() => undefined);
  setInterval(look, LOOK_AGAIN_MS);
}

async function keepFiles(offer: (take: () => void) => void): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  if (known?.waiting && performance.now() < STARTING_MS) {
    takeOver(known.waiting);
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, REGISTER_AFTER_MS));
  const registration = await navigator.serviceWorker.register('/service-worker.js');
  watchFor(registration, (waiting) => offerOnTab(waiting, offer));
  await keepEveryPage();
}

/**
 * Keeps the app's own files on this device, so that it opens without a network. A newer version is taken at the next start, or now if the person
 * accepts the offer. A browser that cannot, or may not, keep files shows the same app.
 */
export function keepInstalled(offer: (take: () => void) => void): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    useOffer.setState({ prompt: event as InstallPrompt });
  });
  window.addEventListener('appinstalled', () => useOffer.setState({ prompt: undefined }));
  if (!('serviceWorker' in navigator)) return;
  void keepFiles(offer).catch(() => undefined);
}
