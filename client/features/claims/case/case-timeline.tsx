import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { Clock } from '@/ui/clock';
import { formatDistance } from '@/ui/format/distance';
import { formatDuration, formatInstant } from '@/ui/format/time';
import { Person } from '@/ui/person';
import { Tag } from '@/ui/tag';
import { Words } from '@/ui/text';
import { Step, Timeline } from '@/ui/timeline';
import type { ClaimDetail, ClaimStep } from '../../../../bff/features/claims/contract';
import { dispatchWords } from '../after-messages';
import { stepStart } from './case-steps';
import styles from './case-timeline.module.scss';
import { timelineWords } from '../messages';

/** Who does what until when, from the report to the payment. A broken promise stays visible after it is over. */
export function CaseTimeline({ claim: { steps, dispatch } }: { claim: ClaimDetail }) {
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
            {step.state === 'current' && (
              <Now step={step} startedAt={stepStart(steps, step)} dispatch={dispatch} />
            )}
          </Step>
        ))}
      </Timeline>
    </Card>
  );
}

/** Unknown is said, not left out. */
const unknownTime = (code: ClaimStep['code']): string =>
  code === 'surveyed' ? timelineWords.whenCalled : timelineWords.whenItIsDue;

function whenOf({ code, state, breached, dueAt, doneAt, dueHint }: ClaimStep): ReactNode {
  if (state === 'current') return undefined;
  if (state === 'done') {
    if (breached && dueAt && doneAt) {
      return (
        <Tag tone="bad">{timelineWords.lateBy(formatDuration(Date.parse(doneAt) - Date.parse(dueAt)))}</Tag>
      );
    }
    return doneAt ? formatInstant(doneAt) : timelineWords.done;
  }
  return dueAt ? timelineWords.before(formatInstant(dueAt)) : (dueHint ?? unknownTime(code));
}

function detailOf({ state, owner, plain }: ClaimStep): ReactNode {
  if (state === 'done') return undefined;
  return state === 'current' ? plain : `${owner.name} · ${plain}`;
}

interface NowProps {
  step: ClaimStep;
  startedAt: string;
  dispatch: ClaimDetail['dispatch'];
}

function Now({ step, startedAt, dispatch }: NowProps) {
  const { owner, dueAt, dueHint, waitsForYou, lookingInto } = step;
  return (
    <>
      <View className={styles.standing}>
        {dueAt && !waitsForYou && <Clock startedAt={startedAt} dueAt={dueAt} />}
        {!dueAt && dueHint && !waitsForYou && <Words size="sub">{dueHint}</Words>}
        {waitsForYou && <Words size="sub">{dispatchWords.waitsForYou}</Words>}
        {step.code === 'contacted' && <OnTheWay dispatch={dispatch} />}
      </View>
      <Person
        name={owner.name}
        role={owner.role}
        note={timelineWords.ownsStep}
        phone={owner.phone ?? undefined}
      />
      {lookingInto && (
        <Person
          name={lookingInto.name}
          role={lookingInto.role}
          note={dispatchWords.lookingInto}
          phone={lookingInto.phone ?? undefined}
        />
      )}
    </>
  );
}

/** How far away the surveyor is, and who took over when the call did not come. */
function OnTheWay({ dispatch: { distanceMetres, escalations } }: Pick<NowProps, 'dispatch'>) {
  return (
    <>
      {distanceMetres !== null && (
        <Words size="sub">{dispatchWords.distance(formatDistance(distanceMetres))}</Words>
      )}
      {escalations.map(({ at, words, to }) => (
        <View key={at}>
          <Words size="small" tone="ink2">
            {formatInstant(at)} · {to.name}
          </Words>
          <Words size="sub">{words}</Words>
        </View>
      ))}
    </>
  );
}
