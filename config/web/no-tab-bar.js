/** The tab bar of the web build is client/ui/tab-bar; the router's own, with its component, is never shown. */
export function initTabbar() {
  return undefined;
}
