/** What the browser says about its network. Taro asks `navigator.connection`, which Safari does not have and others leave at its last value. */
export function watchNetwork(tell: (online: boolean) => void): void {
  tell(navigator.onLine);
  window.addEventListener('online', () => tell(true));
  window.addEventListener('offline', () => tell(false));
}
