/** The head of a page in the web build is client/ui/nav-bar, and its title is set by the page itself; the router's own bar is never shown. */
export function initNavigationBar() {
  return undefined;
}

export default class NavigationBarHandler {
  load() {
    return undefined;
  }
}
