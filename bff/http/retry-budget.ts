const EARNED_PER_CALL = 0.1;
const LARGEST = 10;

/** Retries may add a tenth to the calls, never more: a retry storm is how a slow system becomes a dead one. */
export class RetryBudget {
  private tokens = 2;

  noteCall(): void {
    this.tokens = Math.min(LARGEST, this.tokens + EARNED_PER_CALL);
  }

  /** True when a retry may be sent; it is then paid for. */
  take(): boolean {
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
