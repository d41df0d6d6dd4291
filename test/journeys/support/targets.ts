import type { Phone } from './phone';

/**
 * What a finger may hit, measured as it is drawn: smaller than the theme's target, or lying on another one. The area of a word may be widened by its
 * `::after`, which takes no room. Things that stay put while the page scrolls under them are compared with each other only.
 */
export function targetTrouble(phone: Phone, leastPx: number): Promise<string[]> {
  return phone.page.evaluate((least) => {
    const SLACK = 0.5;
    const selector =
      '[role=button],[role=link],[role=tab],[role=switch],[role=checkbox],[role=radio],button,a[href],input,textarea,select';
    interface Hit {
      element: Element;
      name: string;
      layer: Element | null;
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    const px = (value: string): number => Number.parseFloat(value) || 0;
    const layerOf = (element: Element): Element | null => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
      }
      return null;
    };
    // The browser's own field inside ours: the box around it is what one taps.
    const boxOf = (element: Element): DOMRect =>
      (element.matches('input, textarea')
        ? (element.closest('taro-input-core, taro-textarea-core') ?? element)
        : element
      ).getBoundingClientRect();
    const hits: Hit[] = [];
    for (const element of document.querySelectorAll(selector)) {
      const box = boxOf(element);
      const { visibility } = getComputedStyle(element);
      if (box.width === 0 || box.height === 0 || visibility === 'hidden') continue;
      const after = getComputedStyle(element, '::after');
      const widened = after.content !== 'none' && after.position === 'absolute';
      const grow = (side: 'left' | 'top' | 'right' | 'bottom') =>
        widened ? Math.max(0, -px(after[side])) : 0;
      hits.push({
        element,
        name: `"${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24)}" ${String(Math.round(box.width))}×${String(Math.round(box.height))}`,
        layer: layerOf(element),
        left: box.left - grow('left'),
        top: box.top - grow('top'),
        right: box.right + grow('right'),
        bottom: box.bottom + grow('bottom'),
      });
    }
    const small = hits
      .filter(({ left, right, top, bottom }) => right - left < least - SLACK || bottom - top < least - SLACK)
      .map(({ name }) => `small: ${name}`);
    const over = hits.flatMap((one, index) =>
      hits.slice(index + 1).flatMap((other) => {
        if (one.layer !== other.layer) return [];
        if (one.element.contains(other.element) || other.element.contains(one.element)) return [];
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return wide > 1 && high > 1 ? [`overlap: ${one.name} and ${other.name}`] : [];
      }),
    );
    return [...small, ...over];
  }, leastPx);
}
