import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../../config/browser';

export interface Phone {
  page: Page;
  context: BrowserContext;
  /** Uncaught errors and refused scripts; a journey ends by expecting none. */
  errors: string[];
  /** Taps what a finger would: the visible element with these words. */
  tap(words: string | RegExp): Promise<void>;
  /** Waits until the words stand on the screen. */
  see(words: string | RegExp): Promise<void>;
  /** True while the words stand nowhere on the screen. */
  missing(words: string | RegExp): Promise<boolean>;
  /** Types into the field with this name. */
  type(label: string | RegExp, text: string): Promise<void>;
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface PhoneOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  permissions?: string[];
}

let browser: Browser | undefined;

export async function startBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
  return browser;
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** A phone of its own: nothing is shared with another one but the server. */
export async function newPhone(baseUrl: string, options: PhoneOptions = {}): Promise<Phone> {
  const context = await (await startBrowser()).newContext({
    baseURL: baseUrl,
    viewport: { width: options.width ?? 390, height: options.height ?? 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    permissions: options.permissions ?? [],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  const visible = (words: string | RegExp) => page.getByText(words).filter({ visible: true });
  return {
    page,
    context,
    errors,
    async tap(words) {
      const button = page.getByRole('button', { name: words }).filter({ visible: true });
      await button.or(visible(words)).first().tap();
    },
    async see(words) {
      await visible(words).first().waitFor();
    },
    async missing(words) {
      return (await visible(words).count()) === 0;
    },
    async type(label, text) {
      await page.getByLabel(label).filter({ visible: true }).first().fill(text);
    },
    async picture(file) {
      await page.screenshot({ path: file });
    },
    async close() {
      await context.close();
    },
  };
}
