import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { Clock } from '@/ui/clock';
import { formatDuration, formatInstant } from '@/ui/format/time';
import { Person } from '@/ui/person';
import { Tag } from '@/ui/tag';
import { Step, Timeline } from '@/ui/timeline';
import type { ClaimDetail, ClaimStep } from '../../../bff/features/claims/contract';
import { stepStart } from './case-steps';
import { timelineWords } from './messages';

/** Who does what until when, from the report to the payment. A broken promise stays visible after it is over. */
export function CaseTimeline({ claim: { steps } }: { claim: ClaimDetail }) {
  return (
    <Card>
      <Timeline>
        {steps.map((step, index) => (
          <Step
            key={step.code}
            number={index + 1}
            state={step.state}
            name={step.name}
            when={whenOf(step)}
            detail={detailOf(step)}
            apology={step.apology ?? (step.breached ? timelineWords.late : undefined)}
            last={index === steps.length - 1}
          >
            {step.state === 'current' && <Now step={step} startedAt={stepStart(steps, step)} />}
          </Step>
        ))}
      </Timeline>
    </Card>
  );
}

/** Unknown is said, not left out. */
const unknownTime = (code: ClaimStep['code']): string =>
  code === 'surveyed' ? timelineWords.whenCalled : timelineWords.whenItIsDue;

function whenOf({ code, state, breached, dueAt, doneAt }: ClaimStep): ReactNode {
  if (state === 'current') return undefined;
  if (state === 'done') {
    if (breached && dueAt && doneAt) {
      return (
        <Tag tone="bad">{timelineWords.lateBy(formatDuration(Date.parse(doneAt) - Date.parse(dueAt)))}</Tag>
      );
    }
    return doneAt ? formatInstant(doneAt) : timelineWords.done;
  }
  return dueAt ? timelineWords.before(formatInstant(dueAt)) : unknownTime(code);
}

function detailOf({ state, owner, plain }: ClaimStep): ReactNode {
  if (state === 'done') return undefined;
  return state === 'current' ? plain : `${owner.name} · ${plain}`;
}

function Now({ step: { owner, dueAt }, startedAt }: { step: ClaimStep; startedAt: string }) {
  return (
    <>
      {dueAt && <Clock startedAt={startedAt} dueAt={dueAt} />}
      <Person
        name={owner.name}
        role={owner.role}
        note={timelineWords.ownsStep}
        phone={owner.phone ?? undefined}
      />
    </>
  );
}
