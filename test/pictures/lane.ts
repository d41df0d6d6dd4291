import type { BrowserContext } from 'playwright-core';
import { secondPhone } from '../../bff/systems/demo-people';
import { startBrowser } from '../journeys/support/browser';
import { Phone } from '../journeys/support/phone';
import { fillLogin, pagePath } from '../journeys/support/sign-in';
import type { Stack } from '../support/stack';
import { sizes } from './look';
import type { Who } from './scene';
import { insuredPhone } from './two-numbers';

const PATIENCE_MS = 12_000;
const NUMBERS: Record<Exclude<Who, 'visitor'>, string> = {
  member: '13800000001',
  /** Her claims stand in every state a claim can be in. */
  claimant: '13800000006',
  newcomer: '13800000002',
  elder: '13800000003',
  clerk: '13900000001',
  owner: '13900000002',
  /** Verified, with a car and a policy, and never had an accident. */
  insured: insuredPhone,
  /** Her ID is bound under another number of hers. */
  secondPhone,
};

/** The phones of everybody in a picture, one browser context each, signed in once and used for all scenes of this person. */
export class Lane {
  private readonly contexts = new Map<Who, BrowserContext>();

  constructor(
    private readonly stack: Stack,
    private readonly options: { elder: boolean; scale: number },
  ) {}

  /** One after the other: a second code to the same number would end the first. */
  async invite(everybody: Iterable<Who>): Promise<void> {
    for (const who of everybody) this.contexts.set(who, await this.prepare(who));
  }

  /** A new page on this person's phone, with nothing left over from the scene before. */
  async phoneOf(who: Who): Promise<Phone> {
    const context = this.contexts.get(who);
    if (!context) throw new Error(`${who} was not invited`);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return new Phone(page, context, []);
  }

  async putAway(phone: Phone): Promise<void> {
    // First of all: a write that still asks for its answer would find the mended line, and change what the next scene sees.
    await phone.page.evaluate(forgetScene).catch(() => undefined);
    await phone.page.unrouteAll({ behavior: 'ignoreErrors' });
    await phone.context.setOffline(false);
    await phone.page.close();
  }

  async close(): Promise<void> {
    for (const context of this.contexts.values()) await context.close();
  }

  private async prepare(who: Who): Promise<BrowserContext> {
    const browser = await startBrowser();
    const context = await browser.newContext({
      baseURL: this.stack.baseUrl,
      viewport: sizes['390'],
      deviceScaleFactor: this.options.scale,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    if (who !== 'visitor') await this.signIn(context, NUMBERS[who]);
    const chosen = JSON.stringify({ theme: 'system', elder: this.options.elder });
    await context.addInitScript(
      (value) => {
        localStorage.setItem('club:preferences', value);
      },
      JSON.stringify({ data: chosen }),
    );
    return context;
  }

  private async signIn(context: BrowserContext, number: string): Promise<void> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const phone = new Phone(page, context, []);
    await phone.open(pagePath('account', 'login'));
    await fillLogin(phone, this.stack, number);
    await page.waitForURL((url) => !url.pathname.includes('/login/'));
    await page.close();
  }
}

/** Runs on the page: drafts, unanswered writes and kept answers of one scene would be the beginning of the next. */
function forgetScene(): void {
  const kept = /signed-in|preferences|session|own-phone/;
  for (const key of Object.keys(localStorage)) if (!kept.test(key)) localStorage.removeItem(key);
}
