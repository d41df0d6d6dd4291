/** Tells when the page comes to the front and leaves it. */
export function watchForeground(onChange: (inFront: boolean) => void): void {
  document.addEventListener('visibilitychange', () => onChange(document.visibilityState === 'visible'));
}
