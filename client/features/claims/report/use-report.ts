import { useEffect, useMemo, useRef, useState } from 'react';
import { ensureConsent, forgetConsent, sendKeptConsents } from '@/api/consents';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useSubmission, type Submission, type SubmissionControl } from '@/api/submission';
import { useRead } from '@/api/use-read';
import { useOnline } from '@/platform/online';
import { REPORT_ANSWER } from '@/platform/photo-records';
import { rememberedPhone, rememberPhone } from '@/platform/remembered-phone';
import { goTo } from '@/platform/routes';
import type { ClaimReceipt, ClaimReport } from '../../../../bff/features/claims/contract';
import { readCars, sendReport, type Car } from '../api';
import { displayPlate } from '../../../../bff/identifiers';
import { scenarioWords } from '../messages';
import { deliveryWords } from './messages';
import { REPORT_FORM, useReceived, useWaitingReport } from './report-box';
import { reportBody, wrongFields, wrongFieldsOf, type WrongFields } from './report-body';
import {
  DRAFT_KEY,
  discardDraft,
  emptyDraft,
  loadDraft,
  rememberCars,
  rememberedCars,
  saveDraft,
  type ReportDraft,
} from './report-draft';
import { firstOpenStep, stepsFor, type ReportStep } from './report-steps';
import { showFirst } from './wrong-field';

/** What goes into 待发送 when there is no network: sent by itself, once, under the id of this tap. */
function waitingReport(body: ClaimReport) {
  const plate = displayPlate(body.plate ?? '');
  return {
    request: { method: 'POST' as const, path: '/claims', body },
    title: deliveryWords.queueTitle(plate, scenarioWords[body.scenario].name),
    lines: [{ name: deliveryWords.queuePlace, value: body.place.address }],
    open: { route: 'claims/report' as const },
    touches: ['claims', 'home'],
    draft: DRAFT_KEY,
    answerAt: REPORT_ANSWER,
    outlivesLogout: true,
  };
}

const nowIso = () => new Date().toISOString();

/** The cars to choose from: fresh when they can be read, else as last known on this phone; undefined while nobody knows. */
function useCars(signedIn: boolean): { cars: Car[] | undefined; isLoading: boolean } {
  const read = useRead({ key: ['claim-cars'], read: ({ signal }) => readCars(signal), enabled: signedIn });
  const [known] = useState(rememberedCars);
  useEffect(() => {
    if (read.data) rememberCars(read.data);
  }, [read.data]);
  if (!signedIn) return { cars: [], isLoading: false };
  const cars = read.data ?? known ?? (read.failure ? [] : undefined);
  return { cars, isLoading: cars === undefined };
}

/**
 * The report, from the first question to its number. Every answer is kept on the phone at once; the request id is stored before anything is sent, and a
 * lost answer is asked for again under the same id.
 */
export function useReport(policyId: string | undefined) {
  const signedIn = useSignedIn();
  const [restored] = useState(() => loadDraft(nowIso()));
  const [draft, setDraft] = useState<ReportDraft>(() => restored ?? emptyDraft(nowIso(), rememberedPhone()));
  const [goesOnFrom, setGoesOnFrom] = useState(restored?.savedAt);
  const [wanted, setWanted] = useState<ReportStep>();
  const [asked, setAsked] = useState(false);
  const [isKept, setIsKept] = useState(true);
  const { cars, isLoading } = useCars(signedIn);

  const preferred = cars?.find(({ policyIds }) => policyId !== undefined && policyIds?.includes(policyId));
  const steps = useMemo(() => stepsFor(cars, draft, preferred), [cars, draft, preferred]);
  const car = draft.car ?? preferred ?? (cars?.length === 1 ? cars[0] : undefined);
  const complete: ReportDraft = { ...draft, car };
  const step = wanted ?? firstOpenStep(steps, complete);

  const control = useSubmission<ClaimReport, ClaimReceipt>({
    formKey: REPORT_FORM,
    send: sendReport,
    later: waitingReport,
    onDone: () => {
      rememberPhone(complete.contactPhone);
      discardDraft();
      void queryClient.invalidateQueries();
    },
  });

  const waiting = useWaitingReport();
  const [sentLater, setSentLater] = useState(waiting?.id);
  const waitingId = waiting?.id;
  useEffect(() => {
    if (waitingId) setSentLater(waitingId);
  }, [waitingId]);
  const receivedLater = useReceived(sentLater);
  useAskAgain(control);

  const change = (patch: Partial<ReportDraft>) => {
    // With the car that was taken for granted: it must not be asked for again once the session is gone.
    const next = { ...complete, ...patch, savedAt: nowIso() };
    setDraft(next);
    setIsKept(saveDraft(next));
  };
  const answer = (patch: Partial<ReportDraft>) => {
    setGoesOnFrom(undefined);
    setWanted(undefined);
    change(patch);
  };

  const { submission } = control;
  const refusedByServer: WrongFields =
    submission.status === 'refused' && submission.failure.kind === 'refused'
      ? wrongFieldsOf(submission.failure.errors)
      : {};
  const wrong: WrongFields = asked ? { ...refusedByServer, ...wrongFields(complete) } : refusedByServer;

  const asking = useRef(false);
  const submit = async ({ again = false } = {}): Promise<void> => {
    setAsked(true);
    if (!signedIn) return goTo('account/login');
    if (asking.current) return;
    asking.current = true;
    const agreed = await withAgreedPlace(complete);
    asking.current = false;
    if (agreed !== complete) change(agreed);
    // The server refuses a position whose consent is still on its way.
    if (again) await sendKeptConsents(['location']);
    const body = reportBody(agreed);
    const local = wrongFields(agreed);
    if (!body || Object.keys(local).length > 0) return showFirst(local);
    await control.submit(body);
  };
  usePlaceAskedAgain(submission, submit);
  const isRefused = submission.status === 'refused';
  const latestRefusal = useRef(refusedByServer);
  latestRefusal.current = refusedByServer;
  useEffect(() => {
    if (isRefused) showFirst(latestRefusal.current);
  }, [isRefused]);

  const startAgain = () => {
    discardDraft();
    setDraft(emptyDraft(nowIso(), rememberedPhone()));
    setWanted(undefined);
    setGoesOnFrom(undefined);
    setAsked(false);
    control.reset();
  };

  // A car that was taken for granted is changed from the last step, and counts as part of it.
  const found = steps.indexOf(step);
  const place = found < 0 ? steps.length - 1 : found;
  return {
    signedIn,
    /** False when the phone had no room for the draft. */
    isKept,
    /** The report that lies on this phone, and its receipt once it has arrived. */
    waiting: waiting?.state === 'refused' ? undefined : waiting,
    received: submission.status === 'done' ? submission.answer : receivedLater,
    draft: complete,
    cars,
    carsAreLoading: isLoading,
    step,
    steps,
    stepNumber: place + 1,
    control,
    wrong,
    /** When the report was kept that is carried on; undefined once it has gone on. */
    goesOnFrom,
    answer,
    change,
    edit: (which: ReportStep) => setWanted(which),
    back: place > 0 ? () => setWanted(steps[place - 1]) : undefined,
    submit,
    startAgain,
  };
}

/** Without its position where the person no longer agrees to that; the address and all the rest stay. */
async function withAgreedPlace(draft: ReportDraft): Promise<ReportDraft> {
  if (!draft.position || (await ensureConsent('location'))) return draft;
  return { ...draft, position: undefined };
}

/** The consent was taken back, perhaps on another phone: the person is asked again, and it goes out with the position or without. */
function usePlaceAskedAgain(
  submission: Submission<ClaimReceipt>,
  submit: (options: { again: true }) => Promise<void>,
): void {
  const failure = submission.status === 'refused' ? submission.failure : undefined;
  const needsConsent = failure?.kind === 'refused' && failure.code === 'CONSENT_REQUIRED';
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    if (!needsConsent) return;
    forgetConsent('location');
    void latest.current({ again: true });
  }, [needsConsent]);
}

const ASK_AGAIN_MS = 15_000;

/** A report whose answer was lost is asked for again by itself, under the same id, also by an app that was killed meanwhile. */
function useAskAgain({ submission, queryProgress }: SubmissionControl<ClaimReport, ClaimReceipt>): void {
  const isUnknown = submission.status === 'unknown';
  const online = useOnline((state) => state.online);
  const signedIn = useSignedIn();
  useEffect(() => {
    if (!isUnknown || !online || !signedIn) return undefined;
    const timer = setInterval(() => void queryProgress(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnknown, online, signedIn, queryProgress]);
}

export type Report = ReturnType<typeof useReport>;
