import type { subpackageRoutes } from './route-table';

/** A mini-program has all pages of a package in hand. */
export const fetchPageAhead = (_name: keyof typeof subpackageRoutes): Promise<void> => Promise.resolve();
