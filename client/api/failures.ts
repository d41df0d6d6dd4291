/**
 * What can become of a request, told apart because a person is told different things. `uncertain` exists only for writes: the answer was lost, so it
 * may have happened; it must never be shown as a failure.
 */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

export type Failure =
  | {
      kind: 'refused';
      status: number;
      code: string;
      detail: string;
      errors: FieldError[];
      retryAfterSeconds?: number;
    }
  | { kind: 'sessionGone'; detail?: string }
  | { kind: 'away'; detail?: string; retryAfterSeconds?: number }
  | { kind: 'uncertain' }
  | { kind: 'ours'; requestId?: string }
  | { kind: 'offline' }
  | { kind: 'contract'; path: string };

export class ApiError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'refused' ? `refused: ${failure.code}` : failure.kind);
    this.name = 'ApiError';
  }
}

/** A bug of ours in the client is an apology too, never a blank screen. */
export function failureOf(error: unknown): Failure {
  return error instanceof ApiError ? error.failure : { kind: 'ours' };
}
