import { subpackageRoutes } from './route-table';

interface Route {
  path?: string;
  load: () => unknown[];
}

declare global {
  interface Window {
    /** The routes as the web build declares them; loading one asks for the page's files and draws nothing. */
    __taroAppConfig?: { routes?: readonly Route[] };
  }
}

/** Fetches the files of a page that must open later even if the network has gone by then. */
export async function fetchPageAhead(name: keyof typeof subpackageRoutes): Promise<void> {
  const route = window.__taroAppConfig?.routes?.find(({ path }) => path === subpackageRoutes[name]);
  try {
    await route?.load()[0];
  } catch {
    // Without a network now, the page is asked for again when it is opened.
  }
}
