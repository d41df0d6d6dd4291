import { tabRoutes } from './route-table';

/** Known before any page's script has arrived. */
export const startsAtHome = (): boolean =>
  window.location.pathname === '/' || window.location.pathname === `/${tabRoutes.home}`;
