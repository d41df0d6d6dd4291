import { errors as playwrightErrors, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { startBrowser } from './browser';
import { collectTroubles } from './troubles';

type Words = string | RegExp;

const PATIENCE_MS = 15_000;
const BROWSER_TEXT_PX = 16;
/** What a finger may hit; the words on it, or a screen reader's name for it, say which one is meant. */
const TARGETS = ['button', 'tab', 'link', 'switch', 'checkbox', 'radio'] as const;

export interface PhoneOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  permissions?: string[];
  place?: { latitude: number; longitude: number };
  /** The text size of the browser's settings; 2 is twice as large. */
  textScale?: number;
  /** Blocked unless a journey is about it: with a worker a phone keeps its files, and its second visit is not its first. */
  serviceWorkers?: 'allow' | 'block';
}

/** One person's phone in a browser of its own: nothing is shared with another one but the server. */
export class Phone {
  taps = 0;

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    /** Uncaught errors, words on the error console, answers that should not have been; a journey ends by expecting none. */
    readonly troubles: string[],
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(path, { waitUntil: 'domcontentloaded' });
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  /** Waits until the words stand on the screen. */
  async see(words: Words): Promise<void> {
    await this.withScreen(`see ${String(words)}`, () => this.visible(words).first().waitFor());
  }

  /** Waits until the words have left the screen. */
  async seeNoMore(words: Words): Promise<void> {
    await this.withScreen(`see ${String(words)} go`, () =>
      this.page.waitForFunction(
        ([source = '', flags]) => !new RegExp(source, flags).test(document.body.innerText),
        typeof words === 'string'
          ? [words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
          : [words.source, words.flags],
      ),
    );
  }

  /** Taps the target with exactly these words, else the one that contains them. */
  async tap(words: Words): Promise<void> {
    await this.withScreen(`tap ${String(words)}`, async () => {
      const exact = this.targets(words, true);
      const containing = this.targets(words, false);
      await containing.first().waitFor();
      await ((await exact.count()) > 0 ? exact : containing).first().tap();
    });
    this.taps += 1;
  }

  /** Types into the field with this name. */
  async type(label: string, text: string): Promise<void> {
    await this.withScreen(`type into ${label}`, async () => {
      const named = this.page.getByLabel(label, { exact: true }).filter({ visible: true });
      await named
        .locator('input, textarea')
        .or(named.and(this.page.locator('input, textarea')))
        .first()
        .fill(text);
    });
  }

  /** Every word a person can read on the screen now. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** What stands right after these words on the screen. */
  async readAfter(words: string, pattern: RegExp): Promise<string> {
    await this.see(words);
    const found = new RegExp(`${words}\\s*(${pattern.source})`).exec(await this.text())?.[1];
    if (!found) throw new Error(`nothing like ${String(pattern)} after "${words}": ${await this.text()}`);
    return found;
  }

  targets(words: Words, exact: boolean): Locator {
    const [first, ...others] = TARGETS.map((role) => this.page.getByRole(role, { name: words, exact }));
    if (!first) throw new Error('no roles');
    return others.reduce((all, one) => all.or(one), first).filter({ visible: true });
  }

  visible(words: Words): Locator {
    return this.page.getByText(words).filter({ visible: true });
  }

  /** A step that was waited for in vain says what stood on the screen instead. */
  private async withScreen<Result>(step: string, run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof playwrightErrors.TimeoutError)) throw error;
      const screen = (await this.text()).replace(/\s+/g, ' ');
      throw new Error(
        `could not ${step} at ${this.page.url()}\nscreen: ${screen}\n${this.troubles.join('\n')}\n${error.message}`,
      );
    }
  }
}

export async function newPhone(baseUrl: string, options: PhoneOptions = {}): Promise<Phone> {
  const browser = await startBrowser();
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width: options.width ?? 390, height: options.height ?? 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    permissions: options.permissions ?? [],
    geolocation: options.place,
    serviceWorkers: options.serviceWorkers ?? 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  if (options.textScale !== undefined) {
    const settings = await context.newCDPSession(page);
    const size = Math.round(BROWSER_TEXT_PX * options.textScale);
    await settings.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
  }
  return new Phone(page, context, collectTroubles(page));
}
