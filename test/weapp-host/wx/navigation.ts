import type { PageStack } from '../page-stack';
import { answer, type Callbacks, refuse } from './callbacks';

type Call = Callbacks & { url: string };

const MAX_PAGES = 10;

/** Moves between pages with WeChat's own rules: a tab only by switchTab, at most ten pages, no page that the bundle does not have. */
export function navigationCalls(
  stack: () => PageStack,
  known: ReadonlySet<string>,
  tabs: ReadonlySet<string>,
): Record<string, unknown> {
  const routeOf = (url: string) => url.replace(/^\//, '').split('?')[0] ?? '';
  const move =
    (name: string, go: (url: string) => void, rule: (route: string) => string | undefined) =>
    (call: Call) => {
      const route = routeOf(call.url);
      const objection = known.has(route) ? rule(route) : `page "${route}" is not found`;
      if (objection) return refuse(name, call, objection);
      setTimeout(() => {
        go(call.url);
        answer(name, call, {});
      }, 0);
    };
  const notATab = (route: string) => (tabs.has(route) ? 'can not navigate to a tabbar page' : undefined);
  return {
    navigateTo: move(
      'navigateTo',
      (url) => stack().push(url),
      (route) => (stack().pages.length >= MAX_PAGES ? 'webview count limit exceed' : notATab(route)),
    ),
    redirectTo: move('redirectTo', (url) => stack().replace(url), notATab),
    reLaunch: move(
      'reLaunch',
      (url) => stack().restart(url),
      () => undefined,
    ),
    switchTab: move(
      'switchTab',
      (url) => stack().switchTab(url),
      (route) => (tabs.has(route) ? undefined : 'can not switch to no-tabBar page'),
    ),
    navigateBack: (call?: Callbacks & { delta?: number }) => {
      setTimeout(() => {
        stack().back(call?.delta ?? 1);
        answer('navigateBack', call, {});
      }, 0);
    },
  };
}
