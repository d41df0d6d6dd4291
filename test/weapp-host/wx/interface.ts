import { answer, type Callbacks } from './callbacks';
import { Canvas } from './canvas';
import { offscreenCanvas } from './offscreen-canvas';

/** What a page asks WeChat to draw around it; kept so that a test can look. */
export interface Chrome {
  title: string;
  navigationBarColor: string;
  groundColor: string;
  /** Every canvas that was drawn on, the latest last. */
  canvases: Canvas[];
}

type Node = Element & { __wxElement?: { id: string } };

/** The component framework keeps ids to itself and writes none to the DOM. */
function selected(page: ParentNode | undefined, selector: string): Element | null {
  if (!selector.startsWith('#')) return page?.querySelector(selector) ?? null;
  const id = selector.slice(1);
  const nodes: Node[] = [...(page?.querySelectorAll('*') ?? [])];
  return nodes.find((node) => node.__wxElement?.id === id) ?? null;
}

/** Finds nodes of the page on top; only what the client uses: existence, size and a Canvas 2D's node. */
function selectorQuery(
  currentPage: () => ParentNode | undefined,
  newCanvas: () => Canvas,
): Record<string, unknown> {
  const answers: (() => unknown)[] = [];
  const query: Record<string, unknown> = {
    in: () => query,
    select: (selector: string) => {
      const find = () => selected(currentPage(), selector);
      const then = (read: (element: Element) => unknown) => () => {
        answers.push(() => {
          const element = find();
          return element && read(element);
        });
        return query;
      };
      return {
        node: then(() => ({ node: newCanvas() })),
        boundingClientRect: then(() => ({ width: 0, height: 0, top: 0, left: 0 })),
        fields: then(() => ({})),
      };
    },
    exec: (done?: (found: unknown[]) => void) =>
      void setTimeout(() => done?.(answers.map((read) => read())), 0),
  };
  return query;
}

export function interfaceCalls(
  chrome: Chrome,
  currentPage: () => ParentNode | undefined,
): Record<string, unknown> {
  const ok = (name: string) => (call?: Callbacks) => answer(name, call, {});
  const newCanvas = () => {
    const canvas = new Canvas();
    chrome.canvases.push(canvas);
    return canvas;
  };
  return {
    setNavigationBarTitle: (call: Callbacks & { title: string }) => {
      chrome.title = call.title;
      answer('setNavigationBarTitle', call, {});
    },
    setNavigationBarColor: (call: Callbacks & { backgroundColor: string }) => {
      chrome.navigationBarColor = call.backgroundColor;
      answer('setNavigationBarColor', call, {});
    },
    setBackgroundColor: (call: Callbacks & { backgroundColor: string }) => {
      chrome.groundColor = call.backgroundColor;
      answer('setBackgroundColor', call, {});
    },
    hideTabBar: ok('hideTabBar'),
    stopPullDownRefresh: ok('stopPullDownRefresh'),
    startPullDownRefresh: ok('startPullDownRefresh'),
    pageScrollTo: ok('pageScrollTo'),
    showToast: ok('showToast'),
    hideKeyboard: ok('hideKeyboard'),
    createSelectorQuery: () => selectorQuery(currentPage, newCanvas),
    createOffscreenCanvas: offscreenCanvas,
  };
}
