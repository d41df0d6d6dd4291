/** What a page tells about its own start; `observe.js` gathers it. */
export interface Observed {
  largestPaintMs: number;
  layoutShift: number;
  /** When the words of the screen stood there for the first time. */
  readyMs: number;
  /** The end of the last task that would have kept a finger waiting. */
  lastLongTaskMs: number;
}

declare global {
  interface Window {
    observed: Observed;
  }
}
