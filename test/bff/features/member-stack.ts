import { startStack, type Stack } from '../../support/stack';
import { createBetween, type Between } from './between';
import { signIn, type Caller } from './caller';

/** The whole product starts in two seconds on an idle machine, and in ten on a busy one. */
jest.setTimeout(60_000);

type Watched = 'core' | 'club' | 'violations';

export interface MemberStack {
  stack: Stack;
  core: Between;
  club: Between;
  violations: Between;
  /** 13800000001: verified, two cars, policies, claims, gifts, vouchers and points. */
  member: Caller;
  /** 13800000003: somebody else with a car and policies. */
  other: Caller;
  signIn(phone: string): Promise<Caller>;
  healAll(): void;
  stop(): Promise<void>;
}

/**
 * The whole product with the demonstration's people, and a server in front of each system of record that can make it go
 * away. Deadlines are short, because some tests wait for them.
 */
export async function startMemberStack(): Promise<MemberStack> {
  const between: Record<Watched, Between> = {
    core: await createBetween(),
    club: await createBetween(),
    violations: await createBetween(),
  };
  const stack = await startStack({
    seeded: true,
    env: { READ_DEADLINE_MS: '1500', WRITE_DEADLINE_MS: '1500' },
    systemUrls: (urls) => ({
      ...urls,
      core: between.core.inFrontOf(urls.core),
      club: between.club.inFrontOf(urls.club),
      violations: between.violations.inFrontOf(urls.violations),
    }),
  });
  const all = Object.values(between);
  return {
    stack,
    ...between,
    member: await signIn(stack, '13800000001'),
    other: await signIn(stack, '13800000003'),
    signIn: (phone) => signIn(stack, phone),
    healAll: () => all.forEach((one) => one.heal()),
    async stop() {
      await stack.stop();
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
