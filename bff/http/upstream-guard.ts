import {
  BrokenCircuitError,
  BulkheadRejectedError,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  SamplingBreaker,
  bulkhead,
  circuitBreaker,
  handleWhen,
  type IBreaker,
} from 'cockatiel';
import { OutcomeUnknown, UpstreamAway, UpstreamContractBroken } from './upstream-errors';

/** Opens on five failures in a row (little traffic) or on half of the calls within two seconds (much traffic). */
class EitherBreaker implements IBreaker {
  state: unknown = undefined;
  private readonly breakers = [
    new ConsecutiveBreaker(5),
    new SamplingBreaker({ threshold: 0.5, duration: 2000, minimumRps: 5 }),
  ];

  success(state: CircuitState): void {
    for (const breaker of this.breakers) breaker.success(state);
  }

  failure(state: CircuitState): boolean {
    return this.breakers.map((breaker) => breaker.failure(state)).some(Boolean);
  }
}

const MAX_CONCURRENT_CALLS = 512;

export interface UpstreamGuard {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * One record or one input that always ends in an error must not shut the whole system for everybody: what the system
 * answered in its own words says that it is well.
 */
const isFailure = (error: Error) =>
  (error instanceof UpstreamAway ||
    error instanceof OutcomeUnknown ||
    error instanceof UpstreamContractBroken) &&
  !error.systemAnswered;

/**
 * Keeps a sick system of record from making the rest sick. While open nothing is sent, so for a write "away" is the
 * truth; one call probes after 0.5 s, then at growing distances of at most 5 s.
 */
export function createUpstreamGuard(system: string): UpstreamGuard {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: new ExponentialBackoff({ initialDelay: 500, maxDelay: 5000 }),
    breaker: new EitherBreaker(),
  });
  const compartment = bulkhead(MAX_CONCURRENT_CALLS, 0);
  return {
    async run(work) {
      // The library would let callers wait for the probe, on top of their own deadline.
      if (breaker.state === CircuitState.HalfOpen)
        throw new UpstreamAway(system, 'the circuit is half open', 2);
      try {
        return await compartment.execute(() => breaker.execute(work));
      } catch (error) {
        if (error instanceof BrokenCircuitError) throw new UpstreamAway(system, 'the circuit is open', 5);
        if (error instanceof BulkheadRejectedError)
          throw new UpstreamAway(system, 'too many calls at once', 2);
        throw error;
      }
    },
  };
}
