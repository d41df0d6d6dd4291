export interface Invariant {
  /** I1–I6 of the reliability promises. */
  code: string;
  promise: string;
  /** Finds what breaks the promise; no row means it holds. */
  sql: string;
}
