import type { Problem as ProblemBody } from './contract';

/** The system of record answered with a final refusal (4xx); its code is part of the interface. */
export class UpstreamRefusal extends Error {
  constructor(
    readonly system: string,
    readonly status: number,
    readonly problem: Partial<ProblemBody> & { code: string },
  ) {
    super(`${system} refused: ${problem.code}`);
    this.name = 'UpstreamRefusal';
  }
}

/** A call to a system of record that came to no usable answer. */
abstract class UpstreamFailure extends Error {
  /** The system itself answered in its own words, so it is well, and only this request came to grief. */
  systemAnswered = false;
}

/** Nothing was done: the system could not be reached, is stopping, or a read did not answer in time. */
export class UpstreamAway extends UpstreamFailure {
  constructor(
    readonly system: string,
    readonly reason: string,
    readonly retryAfterSeconds = 5,
  ) {
    super(`${system} is away: ${reason}`);
    this.name = 'UpstreamAway';
  }
}

/** A write was sent and its answer was lost: it may have happened. Asked again with the same request id only. */
export class OutcomeUnknown extends UpstreamFailure {
  constructor(
    readonly system: string,
    readonly reason: string,
  ) {
    super(`outcome at ${system} unknown: ${reason}`);
    this.name = 'OutcomeUnknown';
  }
}

/** The system answered something outside its interface; treated as away for reads, as unknown for writes. */
export class UpstreamContractBroken extends UpstreamFailure {
  constructor(
    readonly system: string,
    readonly where: string,
    readonly write = false,
  ) {
    super(`${system} broke its contract at ${where}`);
    this.name = 'UpstreamContractBroken';
  }
}

/** The caller of a read left before it answered; there is nobody to tell and nothing went wrong. */
export class ClientGone extends Error {
  constructor() {
    super('the client went away');
    this.name = 'ClientGone';
  }
}
