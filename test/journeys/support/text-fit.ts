import type { Phone } from './phone';

/** Words that are wider than their box, that a box cuts off, or that lie on other words. */
export function textTrouble(phone: Phone): Promise<string[]> {
  return phone.page.evaluate(() => {
    const SLACK = 2;
    interface Piece {
      words: string;
      element: Element;
      layer: Element | null;
      box: DOMRect;
    }
    const layerOf = (element: Element): Element | null => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { position, zIndex } = getComputedStyle(at);
        if (/fixed|sticky/.test(position) || (position === 'absolute' && zIndex !== 'auto')) return at;
      }
      return null;
    };
    const unseen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { visibility, opacity, clipPath, display } = getComputedStyle(at);
        if (visibility === 'hidden' || opacity === '0' || display === 'none' || clipPath !== 'none')
          return true;
      }
      return false;
    };
    const cuts = (element: Element, box: DOMRect): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const frame = at.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY);
        if (scrolls) return false;
        if (box.right > frame.right + SLACK || box.left < frame.left - SLACK) return true;
        if (box.bottom > frame.bottom + SLACK || box.top < frame.top - SLACK) return true;
      }
      return false;
    };
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = (node.textContent ?? '').trim();
      if (!element || !words || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(element.tagName)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().width === 0 || unseen(element)) continue;
      const layer = layerOf(element);
      for (const box of range.getClientRects())
        pieces.push({ words: words.slice(0, 24), element, layer, box });
    }
    const found = new Set<string>();
    for (const { words, element, box } of pieces) {
      if (cuts(element, box)) found.add(`cut: "${words}"`);
      const wider = element.scrollWidth > element.clientWidth + SLACK && element.clientWidth > 0;
      if (wider && getComputedStyle(element).overflowX === 'visible')
        found.add(`wider than its box: "${words}"`);
    }
    pieces.forEach((one, index) => {
      for (const other of pieces.slice(index + 1)) {
        if (one.layer !== other.layer || one.element === other.element) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of one paragraph touch by their leading; a real overlap is more than that.
        if (wide > SLACK && high > Math.min(one.box.height, other.box.height) / 2)
          found.add(`overlap: "${one.words}" and "${other.words}"`);
      }
    });
    return [...found];
  });
}
