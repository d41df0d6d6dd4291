import { useRef, useState } from 'react';
import { useRead } from '@/api/use-read';
import type { WorkedExample, WorkedExampleQuery } from '../../../bff/features/policies/contract';
import { readExample } from './api';
import { type ExampleKind, exampleKinds } from './example-kinds';
import type { Tried } from './example-sentence';

const isFlag = (on: boolean) => (on ? 'true' : 'false');

/** Against something that does not move there is no other side and no share of the fault. */
const isAboutSelf = (kind: ExampleKind) => kind === 'ownCar' || kind === 'driver';

/**
 * An accident that a person makes up and changes. The sums are the server's: each change is asked for, and a sum never stands
 * beside choices it was not worked out for.
 */
export function useExample(policyId: string, kind: ExampleKind, given: WorkedExample) {
  const { field, presetsFen } = exampleKinds[kind];
  const begin: Tried = {
    amountFen: presetsFen[1] ?? 0,
    fault: 'full',
    withOtherCar: !isAboutSelf(kind),
    holiday: false,
    occurredOn: undefined,
  };
  const [tried, setTried] = useState(begin);
  const isGiven = kind === 'otherCar' && JSON.stringify(tried) === JSON.stringify(begin);
  const query: WorkedExampleQuery = {
    [field]: tried.amountFen,
    fault: tried.fault,
    withOtherCar: isFlag(tried.withOtherCar),
    holiday: isFlag(tried.holiday),
    occurredOn: tried.occurredOn,
  };
  const read = useRead({
    key: ['policies', policyId, 'example', query],
    read: ({ signal }) => readExample(policyId, query, signal),
    enabled: !isGiven,
  });
  const before = useRef(given);
  const result = isGiven ? given : read.data;
  if (result) before.current = result;
  return {
    tried,
    change: (part: Partial<Tried>) => setTried((now) => ({ ...now, ...part })),
    presetsFen,
    withChoiceOfOther: isAboutSelf(kind),
    choices: given.choices,
    result,
    /** What stood there before, while the next one is on its way. */
    earlier: read.failure ? undefined : before.current,
    failed: !isGiven && read.data === undefined && read.failure !== undefined,
    retry: read.refresh,
  };
}

export type ExampleControl = ReturnType<typeof useExample>;
