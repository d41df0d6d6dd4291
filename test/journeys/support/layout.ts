import type { Phone } from './phone';

/** What sticks out of the screen sideways: the page itself, the place where it scrolls, or anything with words in it. */
export function sidewaysTrouble(phone: Phone): Promise<string[]> {
  const widthPx = phone.page.viewportSize()?.width ?? 0;
  return phone.page.evaluate((width) => {
    const SLACK = 1;
    const found: string[] = [];
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > width + SLACK) found.push(`the document is ${String(root.scrollWidth)} px wide`);
    const scrollsSideways = (element: Element | null): boolean => {
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const isStrip = at.clientHeight < window.innerHeight / 2 && /auto|scroll/.test(overflowX);
        if (isStrip || (/auto|scroll/.test(overflowX) && overflowY === 'hidden')) return true;
      }
      return false;
    };
    const describe = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 30)}`;
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const { overflowY } = getComputedStyle(element);
      const isPageScroller = /auto|scroll/.test(overflowY) && element.clientHeight >= window.innerHeight / 2;
      if (isPageScroller && element.scrollWidth > element.clientWidth + SLACK) {
        found.push(`${describe(element)} scrolls sideways: ${String(element.scrollWidth)} px`);
      }
      const sticksOut = box.right > width + SLACK || box.left < -SLACK;
      if (
        sticksOut &&
        element.childElementCount === 0 &&
        (element.textContent ?? '').trim() &&
        !scrollsSideways(element)
      ) {
        found.push(`${describe(element)} from ${String(box.left)} to ${String(box.right)}`);
      }
    }
    return found;
  }, widthPx);
}
