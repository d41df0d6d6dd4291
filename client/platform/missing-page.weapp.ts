/** WeChat fetches packages itself, and says itself when it cannot. */
export function watchMissingFiles(): void {
  // Nothing to watch.
}
