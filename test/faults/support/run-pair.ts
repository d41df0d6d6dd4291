import type { BffProcess } from './bff-process';
import type { Case } from './cases';
import type { Product } from './product';
import type { FaultName } from './faults';
import { drive, openCaller } from './load';
import { needsSystem, suffer, type Observed } from './scenario';
import { fatesOf, untrue, type Fate } from './written';

export interface PairResult {
  observed: Observed;
  /** Writes of core whose answer was not the truth. */
  untrue: Fate[];
}

export interface PairOptions {
  fault: FaultName;
  /** Another server than the product's own. */
  bff?: BffProcess;
}

const WARM_UP_MS = 2_000;

/** A server that has just been started is slow with everything, and that is not what is asked here. */
async function warmUp(bff: BffProcess, { lanes }: Case): Promise<void> {
  const caller = openCaller(bff.url);
  await drive(
    caller,
    lanes.filter((lane) => !needsSystem(lane)),
    WARM_UP_MS,
  );
  await caller.close();
}

/** One fault at one system; a dead name server needs a server that never knew the address. */
export async function runPair(
  product: Product,
  one: Case,
  { fault, bff = product.bff }: PairOptions,
): Promise<PairResult> {
  const proxy = product.proxies[one.system];
  let fates: Fate[] = [];
  const shared = {
    one,
    proxy,
    fault,
    ...(one.system === 'core' && {
      afterwards: async (
        ...[heard, caller]: Parameters<NonNullable<Parameters<typeof suffer>[0]['afterwards']>>
      ) => {
        fates = await fatesOf(product.database, heard, caller);
      },
    }),
  };
  if (fault !== 'dns') {
    const observed = await suffer({
      ...shared,
      bff,
      begin: () => proxy.suffer(fault),
      end: () => proxy.suffer(),
    });
    return { observed, untrue: untrue(fates) };
  }
  const nameless = await product.nameless(one.system);
  try {
    await warmUp(nameless.bff, one);
    const observed = await suffer({
      ...shared,
      bff: nameless.bff,
      begin: () => undefined,
      end: () => nameless.speak(),
    });
    return { observed, untrue: untrue(fates) };
  } finally {
    await nameless.stop();
  }
}
