import type { BffProcess } from './bff-process';
import type { Case } from './cases';
import type { FaultProxy } from './fault-proxy';
import { stalls, type FaultName } from './faults';
import { drive, openCaller, type Ask, type Caller, type Driven, type Heard } from './load';

export const DEADLINE_MS = { read: 2_000, write: 3_000 };
/** So long the circuit may take to open, and to close once the system is well. */
export const OPENS_WITHIN_MS = 2_000;
const LOOK_LONGER_MS = 800;
const GIVE_UP_AFTER_MS = 20_000;
const BASELINE_MS = 2_000;
/** Who submits an identity while an earlier one is being looked at is not checked again. */
const LEAST_CALLS = 0.5;
/** Long enough for what was saved for second tries to be used up. */
const HALF_MS = 8_000;

export interface Baseline extends Driven {
  loopP99Ms: number;
  /** How often the system is asked for one request. */
  callsPerRequest: number;
}

export interface Observed extends Driven {
  fault: FaultName;
  loopP99Ms: number;
  requests: number;
  calls: number;
  /** By now the circuit had to be open; `undefined` where half of all goes well. */
  late?: { requests: number; calls: number };
  /** From the end of the fault to the first of three good answers in a row. */
  closedAfterMs: number;
}

const isGood = ({ status, text }: Heard) => status >= 200 && status < 500 && !text.includes('"stale":true');
export const needsSystem = ({ kind }: Pick<Heard, 'kind'>) => kind !== 'others';
const since = (times: readonly number[], at: number) => times.filter((time) => time >= at).length;

/** Good answers, and the system was really asked: what is known from before does not count. */
async function untilWell(caller: Caller, probe: Ask, proxy: FaultProxy): Promise<number> {
  const startedAt = performance.now();
  let wellAt: number | undefined;
  for (let inARow = 0; inARow < 3;) {
    const before = proxy.arrivals().length;
    const askedAt = performance.now();
    const heard = await caller.ask('read', probe);
    const well = isGood(heard) && proxy.arrivals().length > before;
    inARow = well ? inARow + 1 : 0;
    wellAt = well ? (wellAt ?? askedAt) : undefined;
    if (askedAt - startedAt > GIVE_UP_AFTER_MS) return Infinity;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (wellAt ?? startedAt) - startedAt;
}

const BASELINE_TRIES = 3;

/**
 * How everything is while everybody is well; a machine so busy that even that fails is given another chance.
 * @throws Error when something is not well, or the requests do not reach the system at all
 */
export async function measureBaseline(
  ...wanted: Parameters<typeof measureOnce>
): ReturnType<typeof measureOnce> {
  for (let tries = 1; tries < BASELINE_TRIES; tries += 1) {
    const measured = await measureOnce(...wanted).catch(() => undefined);
    if (measured) return measured;
  }
  return measureOnce(...wanted);
}

async function measureOnce(bff: BffProcess, one: Case, proxy: FaultProxy): Promise<Baseline> {
  const caller = openCaller(bff.url);
  await untilWell(caller, one.probe, proxy);
  await bff.loopP99Ms();
  const startedAt = performance.now();
  const driven = await drive(caller, one.lanes, BASELINE_MS);
  const loopP99Ms = await bff.loopP99Ms();
  await caller.close();
  const asked = driven.heard.filter(needsSystem);
  const bad = driven.heard.find((heard) => !isGood(heard));
  if (bad) throw new Error(`${one.system}: ${bad.ask.path} is not well: ${String(bad.status)}`);
  const callsPerRequest = since(proxy.arrivals(), startedAt) / asked.length;
  if (callsPerRequest < LEAST_CALLS) throw new Error(`${one.system} is not asked by what should need it`);
  return { ...driven, loopP99Ms, callsPerRequest };
}

function durationOf(fault: FaultName, stallMs: number): number {
  return fault === 'half503' ? HALF_MS : stallMs + OPENS_WITHIN_MS + LOOK_LONGER_MS;
}

/** How long it takes until a stalled call is given up: only then is there a failure to count. */
function stallOf(fault: FaultName, one: Case): number {
  if (!stalls.has(fault) && fault !== 'dns') return 0;
  return one.lanes.some(({ kind }) => kind === 'read') ? DEADLINE_MS.read : DEADLINE_MS.write;
}

export interface Suffering {
  bff: BffProcess;
  one: Case;
  proxy: FaultProxy;
  fault: FaultName;
  begin(): void;
  end(): void;
  /** Runs once everything is well again, with what was heard meanwhile. */
  afterwards?: (heard: Heard[], caller: Caller) => Promise<void>;
}

/** One fault at one system, under load, until the server has noticed that it is over. */
export async function suffer({
  bff,
  one,
  proxy,
  fault,
  begin,
  end,
  afterwards,
}: Suffering): Promise<Observed> {
  const caller = openCaller(bff.url);
  const stallMs = stallOf(fault, one);
  await bff.loopP99Ms();
  begin();
  const startedAt = performance.now();
  const driven = await drive(caller, one.lanes, durationOf(fault, stallMs));
  const loopP99Ms = await bff.loopP99Ms();
  const arrivals = [...proxy.arrivals()];
  end();
  const closedAfterMs = await untilWell(caller, one.probe, proxy);
  await afterwards?.(driven.heard, caller);
  await caller.close();
  const asked = driven.heard.filter(needsSystem);
  const openBy = startedAt + stallMs + OPENS_WITHIN_MS;
  return {
    ...driven,
    fault,
    loopP99Ms,
    requests: asked.length,
    calls: since(arrivals, startedAt),
    ...(fault === 'half503'
      ? {}
      : {
          late: {
            requests: since(
              asked.map(({ askedAt }) => askedAt),
              openBy,
            ),
            calls: since(arrivals, openBy),
          },
        }),
    closedAfterMs,
  };
}
