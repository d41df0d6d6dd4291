/** Text as a person reads it on the page: runs of white space become one. */
export const readableText = (element: Element | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const SELECTOR = /^[.#[]|^wx-/;

const isHidden = (element: Element): boolean => element.closest('[style*="display: none"]') !== null;

/** By selector, by a screen reader's name, or by the words on it: the innermost element that has exactly these words, else contains them. */
export function findElement(page: Element, target: string): Element | undefined {
  if (SELECTOR.test(target)) return [...page.querySelectorAll(target)].find((element) => !isHidden(element));
  const elements = [...page.querySelectorAll('*')].filter((element) => !isHidden(element));
  const named = elements.find((element) => element.getAttribute('aria-label') === target);
  const exact = elements.filter((element) => readableText(element) === target).at(-1);
  const containing = elements.filter((element) => readableText(element).includes(target));
  return (
    named ??
    exact ??
    containing.sort((one, other) => readableText(one).length - readableText(other).length)[0]
  );
}
