import type { Page } from 'playwright-core';

/** Chromium writes one such line for each refused request; the answers themselves are looked at below. */
const ABOUT_A_REQUEST = /^Failed to load resource/;
const SERVER_FAULT = 500;
const REFUSAL = 400;

/** Whatever a developer would be ashamed of: uncaught errors, the error console, answers of 5xx, files that are missing. */
export function collectTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || ABOUT_A_REQUEST.test(message.text())) return;
    troubles.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const isApi = pathname.startsWith('/api/');
    if (response.status() >= (isApi ? SERVER_FAULT : REFUSAL)) {
      troubles.push(`${String(response.status())} ${response.request().method()} ${pathname}`);
    }
  });
  return troubles;
}
