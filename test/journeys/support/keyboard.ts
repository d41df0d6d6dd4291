import type { Phone } from './phone';

interface Stop {
  name: string;
  /** The element, or the field around it, draws something that it does not draw without the focus. */
  isSeen: boolean;
  top: number;
  bottom: number;
  /** Of the part of the page that stays put while the rest scrolls. */
  isFixed: boolean;
}

const MOST_STOPS = 60;

/** The product without a pointer: only keys, and at every stop the focus has to be seen and to go down the page. */
export class Keyboard {
  private last: Stop | undefined;

  constructor(private readonly phone: Phone) {}

  /** Tab, until what has the focus carries these words. */
  async to(words: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let count = 0; count < MOST_STOPS; count += 1) {
      const stop = await this.tab();
      if (typeof words === 'string' ? stop.name.includes(words) : words.test(stop.name)) return;
      passed.push(stop.name);
    }
    throw new Error(`no stop at ${String(words)}; passed ${passed.join(' | ')}`);
  }

  async press(key: string): Promise<void> {
    await this.phone.page.keyboard.press(key);
    this.last = undefined;
  }

  async type(text: string): Promise<void> {
    await this.phone.page.keyboard.type(text);
  }

  /** To the named one, and Enter on it. */
  async choose(words: string | RegExp): Promise<void> {
    await this.to(words);
    await this.press('Enter');
  }

  async fill(label: string, text: string): Promise<void> {
    await this.to(label);
    await this.type(text);
  }

  /** The name of what has the focus now. */
  async here(): Promise<string> {
    return (await this.look()).name;
  }

  /** Waits until these words have the focus, without a key being pressed. */
  async standsOn(words: string): Promise<void> {
    await this.phone.page.waitForFunction(
      (wanted) => (document.activeElement?.textContent ?? '').trim() === wanted,
      words,
    );
  }

  private async tab(): Promise<Stop> {
    await this.phone.page.keyboard.press('Tab');
    const stop = await this.look();
    if (stop.name === '') return stop;
    if (!stop.isSeen) throw new Error(`the focus is on "${stop.name}" and cannot be seen`);
    const before = this.last;
    if (before && before.isFixed === stop.isFixed && stop.bottom < before.top - 1 && !stop.isFixed) {
      // Round the end of the page it begins at the top again.
      if (stop.top > 200) throw new Error(`from "${before.name}" the focus jumps up to "${stop.name}"`);
    }
    this.last = stop;
    return stop;
  }

  private look(): Promise<Stop> {
    return this.phone.page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return { name: '', isSeen: true, top: 0, bottom: 0, isFixed: false };
      const isField = at.matches('input, textarea');
      const frame = isField ? (at.closest('[class*="box_"]') ?? at) : at;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(frame);
      const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const { top, bottom } = at.getBoundingClientRect();
      let isFixed = false;
      for (let up: Element | null = at; up; up = up.parentElement) {
        isFixed ||= /fixed|sticky/.test(getComputedStyle(up).position);
      }
      const scrolled = [...document.querySelectorAll('.taro_page')].reduce(
        (sum, page) => sum + page.scrollTop,
        0,
      );
      return {
        name: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim(),
        isSeen: ring || boxShadow !== 'none',
        top: top + scrolled + window.scrollY,
        bottom: bottom + scrolled + window.scrollY,
        isFixed,
      };
    });
  }
}
