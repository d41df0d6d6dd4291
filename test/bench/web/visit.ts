import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession } from 'playwright-core';
import type { Observed } from './observed';

/** A cheap phone on a poor line (PERFORMANCE: 4× slower, 1.6 Mbit/s, 150 ms). */
const BITS_PER_BYTE = 8;
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / BITS_PER_BYTE,
  uploadThroughput: 750_000 / BITS_PER_BYTE,
};
const CPU_SLOWDOWN = 4;
const PATIENCE_MS = 60_000;
/** How long nothing may happen before a start counts as over. */
const QUIET_MS = 1500;

export interface Screen {
  name: string;
  path: string;
  /** Stand on it when it is complete, and not on its skeleton. */
  words: string;
  signedIn: boolean;
}

export interface Visit extends Observed {
  requests: number;
  transferredBytes: number;
  /** Addresses of the scripts that had arrived when the screen was complete. */
  scripts: string[];
}

interface Seen {
  requests: number;
  bytes: number;
}

function countTraffic(session: CDPSession): Seen {
  const seen: Seen = { requests: 0, bytes: 0 };
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) seen.requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.bytes += encodedDataLength));
  return seen;
}

/** Opens one screen with an empty cache on the slow phone, and waits until it is complete and quiet. */
export async function visit(context: BrowserContext, screen: Screen): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript({ content: `window.wordsOfScreen = ${JSON.stringify(screen.words)};` });
  await page.addInitScript({ path: path.join(__dirname, 'observe.js') });
  const seen = countTraffic(session);
  await page.goto(screen.path, { waitUntil: 'commit', timeout: PATIENCE_MS });
  await page.waitForFunction(() => window.observed.readyMs > 0, undefined, { timeout: PATIENCE_MS });
  const { requests, bytes } = seen;
  await page.waitForFunction(
    (quietMs) =>
      performance.now() - Math.max(window.observed.readyMs, window.observed.lastLongTaskMs) > quietMs,
    QUIET_MS,
    { timeout: PATIENCE_MS },
  );
  const observed = await page.evaluate(() => window.observed);
  const scripts = await page.evaluate(
    (readyMs) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= readyMs)
        .map(({ name }) => new URL(name).pathname),
    observed.readyMs,
  );
  await page.close();
  return { ...observed, requests, transferredBytes: bytes, scripts };
}

/** What these files weigh with gzip at its best, whatever the server sent them as. */
export function gzipBytesOf(webRoot: string, scripts: readonly string[]): number {
  return scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(webRoot, name)), { level: 9 }).length,
    0,
  );
}
