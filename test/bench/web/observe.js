/**
 * Runs inside the page before anything else does, as it is written here: what a compiler adds to functions does not exist there.
 * `visit.ts` names the words of the screen in `window.wordsOfScreen`.
 */
window.observed = { largestPaintMs: 0, layoutShift: 0, readyMs: 0, lastLongTaskMs: 0 };
{
  const { observed } = window;
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (observed.largestPaintMs = entry.startTime));
  watch('longtask', (entry) => (observed.lastLongTaskMs = entry.startTime + entry.duration));
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) observed.layoutShift += entry.value;
  });
  const look = () => {
    if (document.getElementById('app')?.textContent.includes(window.wordsOfScreen))
      observed.readyMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
