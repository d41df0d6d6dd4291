import { useEffect, useMemo, useState } from 'react';
import { queryClient } from '@/api/query-client';
import { useSignedIn } from '@/api/session';
import { useSubmission } from '@/api/submission';
import { useRead } from '@/api/use-read';
import { rememberedPhone, rememberPhone } from '@/platform/remembered-phone';
import { goTo } from '@/platform/routes';
import type { ClaimReceipt, ClaimReport } from '../../../bff/features/claims/contract';
import { readCars, sendReport, type Car } from './api';
import { reportBody, wrongFields, wrongFieldsOf, type WrongFields } from './report-body';
import {
  discardDraft,
  emptyDraft,
  loadDraft,
  rememberCars,
  rememberedCars,
  saveDraft,
  type ReportDraft,
} from './report-draft';
import { firstOpenStep, stepsFor, type ReportStep } from './report-steps';

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
  const [goesOn, setGoesOn] = useState(restored !== undefined);
  const [wanted, setWanted] = useState<ReportStep>();
  const [asked, setAsked] = useState(false);
  const { cars, isLoading } = useCars(signedIn);

  const steps = useMemo(() => stepsFor(cars, draft), [cars, draft]);
  const preferred = cars?.find(({ policyIds }) => policyId !== undefined && policyIds?.includes(policyId));
  const car = draft.car ?? preferred ?? (cars?.length === 1 ? cars[0] : undefined);
  const complete: ReportDraft = { ...draft, car };
  const step = wanted ?? firstOpenStep(steps, complete);

  const control = useSubmission<ClaimReport, ClaimReceipt>({
    formKey: 'claim-report',
    send: sendReport,
    onDone: () => {
      rememberPhone(complete.contactPhone);
      discardDraft();
      void queryClient.invalidateQueries();
    },
  });

  const change = (patch: Partial<ReportDraft>) => {
    // With the car that was taken for granted: it must not be asked for again once the session is gone.
    const next = { ...complete, ...patch, savedAt: nowIso() };
    setDraft(next);
    saveDraft(next);
  };
  const answer = (patch: Partial<ReportDraft>) => {
    setWanted(undefined);
    change(patch);
  };

  const { submission } = control;
  const refusedByServer: WrongFields =
    submission.status === 'refused' && submission.failure.kind === 'refused'
      ? wrongFieldsOf(submission.failure.errors)
      : {};
  const wrong: WrongFields = asked ? { ...refusedByServer, ...wrongFields(complete) } : refusedByServer;

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!signedIn) return goTo('account/login');
    const body = reportBody(complete);
    if (!body || Object.keys(wrongFields(complete)).length > 0) return;
    await control.submit(body);
  };

  const startAgain = () => {
    discardDraft();
    setDraft(emptyDraft(nowIso(), rememberedPhone()));
    setWanted(undefined);
    setGoesOn(false);
    setAsked(false);
    control.reset();
  };

  const place = steps.indexOf(step);
  return {
    signedIn,
    draft: complete,
    cars,
    carsAreLoading: isLoading,
    step,
    steps,
    stepNumber: Math.max(0, place) + 1,
    control,
    wrong,
    goesOn,
    answer,
    change,
    edit: (which: ReportStep) => setWanted(which),
    back: place > 0 ? () => setWanted(steps[place - 1]) : undefined,
    submit,
    startAgain,
  };
}

export type Report = ReturnType<typeof useReport>;
