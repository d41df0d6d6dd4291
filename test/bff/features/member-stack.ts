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
  /** Lets everything pass again, and waits until the server has noticed: a broken circuit closes within seconds. */
  healAll(): Promise<void>;
  stop(): Promise<void>;
}

async function untilFresh(caller: Caller, path: string): Promise<void> {
  const endsAt = Date.now() + 20_000;
  for (;;) {
    const { status, body } = await caller.get<{ stale?: boolean }>(path);
    if (status === 200 && !body.stale) return;
    if (Date.now() > endsAt) throw new Error(`${path} did not recover`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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
  const member = await signIn(stack, '13800000001');

  async function probeOf(name: Watched): Promise<string> {
    if (name !== 'violations') return name === 'core' ? '/policies' : '/points';
    const { body } = await member.get<{ items: { id: string }[] }>('/vehicles');
    return `/vehicles/${body.items[0]?.id ?? ''}/violations`;
  }

  return {
    stack,
    ...between,
    member,
    other: await signIn(stack, '13800000003'),
    signIn: (phone) => signIn(stack, phone),
    async healAll() {
      const broken = (Object.keys(between) as Watched[]).filter((name) => between[name].isBroken());
      all.forEach((one) => one.heal());
      for (const name of broken) await untilFresh(member, await probeOf(name));
    },
    async stop() {
      await stack.stop();
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
