import { subpackageRoutes, tabRoutes } from './route-table';

/** What the pages that people open most ask first. */
const reads: Readonly<Record<string, string>> = {
  '/': '/home',
  [`/${tabRoutes.home}`]: '/home',
  [`/${tabRoutes.policies}`]: '/policies',
  [`/${subpackageRoutes['vouchers/list']}`]: '/vouchers?state=active&limit=50',
};

/** The address that the page of this start is going to ask, known before any page's script has arrived. */
export const firstRead = (): string | undefined => reads[window.location.pathname];
