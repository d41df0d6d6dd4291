import { chromium } from 'playwright-core';
import { findBrowser } from '../../../config/browser';
import { Phone } from './phone';
import { collectTroubles } from './troubles';

const PATIENCE_MS = 15_000;

/** A phone that can be killed: what it keeps lies in this folder, and the next one opened on it finds it there. */
export async function lastingPhone(baseUrl: string, folder: string): Promise<Phone> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    baseURL: baseUrl,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'allow',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(PATIENCE_MS);
  return new Phone(page, context, collectTroubles(page));
}
