import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failures';
import { forgetPending, loadPending, type PendingWrite, storePending } from './pending-write';

/**
 * One write, from the first tap to a sure answer. Exactly one of five things is true at any time; `unknown` means the answer was lost and only asking
 * again under the same request id (`queryProgress`) can tell. It survives a restart: a form opened again after the app was killed starts in `unknown`.
 */
export type Submission<Answer> =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'done'; answer: Answer }
  /** Surely not done: refused by a rule, not sent, or the system is away. `failure` says which. */
  | { status: 'refused'; failure: Exclude<Failure, { kind: 'uncertain' }> }
  /** `failure` says why asking again brought no answer either. */
  | { status: 'unknown'; failure?: Failure };

interface SubmissionOptions<Body, Answer> {
  /** Names the form and what it is about, as in `gift-claim:42`: one pending write per key. */
  formKey: string;
  send: (body: Body, idempotencyKey: string) => Promise<Answer>;
  onDone?: (answer: Answer) => void;
}

export interface SubmissionControl<Body, Answer> {
  submission: Submission<Answer>;
  submit: (body: Body) => Promise<Submission<Answer>>;
  queryProgress: () => Promise<Submission<Answer>>;
  /** Back to the form after a refusal; an unknown outcome cannot be dismissed. */
  reset: () => void;
}

/** Only these end a request id for good; after any other, the same content goes out under the same id again. */
const isFinal = (failure: Failure): boolean => failure.kind === 'refused' && failure.status !== 429;

export function useSubmission<Body, Answer>(
  options: SubmissionOptions<Body, Answer>,
): SubmissionControl<Body, Answer> {
  const { formKey } = options;
  const [submission, setSubmission] = useState<Submission<Answer>>(() =>
    loadPending(formKey) ? { status: 'unknown' } : { status: 'idle' },
  );
  const latest = useRef(options);
  latest.current = options;
  const running = useRef<Promise<Submission<Answer>> | undefined>(undefined);
  const unfinished = useRef<PendingWrite<Body> | undefined>(undefined);
  const shownKey = useRef(formKey);

  useEffect(() => {
    if (shownKey.current === formKey) return;
    shownKey.current = formKey;
    unfinished.current = undefined;
    setSubmission(loadPending(formKey) ? { status: 'unknown' } : { status: 'idle' });
  }, [formKey]);

  /** A second tap while the first is under way shares its promise. */
  const sendOnce = useCallback((makePending: () => PendingWrite<Body>, wasUnknown: boolean) => {
    running.current ??= deliver(makePending()).finally(() => {
      running.current = undefined;
    });
    return running.current;

    async function deliver(pending: PendingWrite<Body>): Promise<Submission<Answer>> {
      setSubmission({ status: 'sending' });
      const next = await outcomeOf(pending);
      setSubmission(next);
      if (next.status === 'done') latest.current.onDone?.(next.answer);
      return next;
    }

    async function outcomeOf(pending: PendingWrite<Body>): Promise<Submission<Answer>> {
      const { formKey: key, send } = latest.current;
      try {
        const answer = await send(pending.body, pending.idempotencyKey);
        forgetPending(key);
        unfinished.current = undefined;
        return { status: 'done', answer };
      } catch (error) {
        const failure = failureOf(error);
        // An answer we cannot read came after the write was taken: whether it happened is for the server to say again.
        if (failure.kind === 'uncertain' || failure.kind === 'contract') return { status: 'unknown' };
        // Not reaching the server now says nothing about what became of the first try.
        if (wasUnknown && !isFinal(failure)) return { status: 'unknown', failure };
        unfinished.current = isFinal(failure) ? undefined : pending;
        // Our own fault may have come after the deed: the id stays on the phone.
        if (failure.kind !== 'ours') forgetPending(key);
        return { status: 'refused', failure };
      }
    }
  }, []);

  const submit = useCallback(
    (body: Body) =>
      sendOnce(() => {
        const before = unfinished.current;
        const same = before && JSON.stringify(before.body) === JSON.stringify(body);
        return storePending(latest.current.formKey, body, same ? before.idempotencyKey : undefined);
      }, false),
    [sendOnce],
  );

  const queryProgress = useCallback((): Promise<Submission<Answer>> => {
    const pending = loadPending<Body>(latest.current.formKey);
    if (pending) return sendOnce(() => pending, true);
    setSubmission({ status: 'idle' });
    return Promise.resolve({ status: 'idle' });
  }, [sendOnce]);

  const reset = useCallback(() => {
    setSubmission((now) => (now.status === 'unknown' || now.status === 'sending' ? now : { status: 'idle' }));
  }, []);

  return { submission, submit, queryProgress, reset };
}
