import Taro from '@tarojs/taro';
import { type RouteName, subpackageRoutes, type TabName, tabRoutes } from './route-table';

export type { RouteName, TabName } from './route-table';

type RouteParams = Readonly<Record<string, string | number | undefined>>;

const pathOf = (name: RouteName): string => ({ ...tabRoutes, ...subpackageRoutes })[name];
const isTab = (name: RouteName): name is TabName => name in tabRoutes;

/** Ids only: personal data never travels in an address. */
export function urlOf(name: RouteName, params: RouteParams = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? `/${pathOf(name)}?${query}` : `/${pathOf(name)}`;
}

export async function switchTab(name: TabName): Promise<void> {
  await Taro.switchTab({ url: urlOf(name) });
}

/** WeChat keeps at most ten pages; a full stack replaces the top one instead of refusing the tap. */
const MAX_PAGES = 10;

export async function goTo(name: RouteName, params?: RouteParams): Promise<void> {
  if (isTab(name)) return switchTab(name);
  const url = urlOf(name, params);
  await (Taro.getCurrentPages().length >= MAX_PAGES ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

export async function redirectTo(name: RouteName, params?: RouteParams): Promise<void> {
  if (isTab(name)) return switchTab(name);
  await Taro.redirectTo({ url: urlOf(name, params) });
}

/** A page opened from a shared link has nothing behind it: then home is what is behind it. */
export async function goBack(fallback: TabName = 'home'): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await switchTab(fallback);
}

export async function restartAt(name: RouteName, params?: RouteParams): Promise<void> {
  await Taro.reLaunch({ url: urlOf(name, params) });
}
