import { useCallback, useEffect, useRef, useState } from 'react';
import { useWaitingWrites, type WaitingWrite } from '@/platform/waiting-writes';
import { type Failure, failureOf } from './failures';
import { cancelWrite, type LaterWrite, queueWrite } from './outbox';
import { forgetPending, loadPending, type PendingWrite, storePending } from './pending-write';

/**
 * One write, from the first tap to a sure answer. Exactly one of six things is true at any time; `unknown` means the answer was lost and only asking
 * again under the same request id (`queryProgress`) can tell. It survives a restart: a form opened again after the app was killed starts in `unknown`.
 */
export type Submission<Answer> =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'done'; answer: Answer }
  /** Surely not done: refused by a rule, not sent, or the system is away. `failure` says which. */
  | { status: 'refused'; failure: Exclude<Failure, { kind: 'uncertain' }> }
  /** `failure` says why asking again brought no answer either. */
  | { status: 'unknown'; failure?: Failure }
  /** There was no network: it lies in 待发送 and goes out by itself. Only where `later` is given. */
  | { status: 'queued'; canCallOff: boolean };

interface SubmissionOptions<Body, Answer> {
  /** Names the form and what it is about, as in `gift-claim:42`: one pending write per key. */
  formKey: string;
  send: (body: Body, idempotencyKey: string) => Promise<Answer>;
  onDone?: (answer: Answer) => void;
  /** Where sending later is safe and what the person expects: what to put into the queue when there is no network. */
  later?: (body: Body) => Omit<LaterWrite, 'formKey'>;
}

export interface SubmissionControl<Body, Answer> {
  submission: Submission<Answer>;
  submit: (body: Body) => Promise<Submission<Answer>>;
  queryProgress: () => Promise<Submission<Answer>>;
  /** Back to the form after a refusal; an unknown outcome cannot be dismissed. */
  reset: () => void;
  /** Takes a queued write back; false when it is on its way already. */
  callOff: () => boolean;
}

function submissionOfWaiting<Answer>({ state, refusal }: WaitingWrite): Submission<Answer> {
  if (state !== 'refused') return { status: 'queued', canCallOff: state === 'waiting' };
  const { code = 'REFUSED', detail = '' } = refusal ?? {};
  return { status: 'refused', failure: { kind: 'refused', status: 422, code, detail, errors: [] } };
}

function dropRefused(formKey: string): void {
  const { writes } = useWaitingWrites.getState();
  const refused = writes.find((one) => one.formKey === formKey && one.state === 'refused');
  if (refused) cancelWrite(refused.id);
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
  const waiting = useWaitingWrites(({ writes }) =>
    writes.find((one) => one.formKey === formKey && one.state !== 'done' && one.delayed),
  );

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
      if (next.status === 'refused' && next.failure.kind === 'offline' && queue(pending)) {
        setSubmission({ status: 'idle' });
        return { status: 'queued', canCallOff: true };
      }
      setSubmission(next);
      if (next.status !== 'done') return next;
      // What was refused before has gone through now: nothing is left to be read or sent.
      dropRefused(latest.current.formKey);
      latest.current.onDone?.(next.answer);
      return next;
    }

    /** Under the same request id: the first try may have left the phone after all. */
    function queue({ body, idempotencyKey }: PendingWrite<Body>): boolean {
      const { formKey: key, later } = latest.current;
      if (!later || !queueWrite({ ...later(body), formKey: key }, { id: idempotencyKey })) return false;
      unfinished.current = undefined;
      return true;
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

  const callOff = useCallback((): boolean => {
    const { writes } = useWaitingWrites.getState();
    const ours = writes.find((one) => one.formKey === latest.current.formKey && one.state !== 'done');
    return ours === undefined || cancelWrite(ours.id);
  }, []);

  const reset = useCallback(() => {
    // What a rule said no to has been read once the form is changed.
    dropRefused(latest.current.formKey);
    setSubmission((now) => (now.status === 'unknown' || now.status === 'sending' ? now : { status: 'idle' }));
  }, []);

  const shown = waiting && submission.status === 'idle' ? submissionOfWaiting<Answer>(waiting) : submission;
  return { submission: shown, submit, queryProgress, reset, callOff };
}
