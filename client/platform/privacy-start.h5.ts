/** A browser asks by itself, call by call. */
export function startPrivacy(): void {
  // Nothing to answer.
}
