import { signIn, type Caller } from '../bff/features/caller';
import { createBetween, type Between } from '../bff/features/between';
import { liftDayLimits } from '../support/day-limits';
import { startStack, type Stack } from '../support/stack';
import { askForPhotos, linkFrom } from '../journeys/support/photo-link';
import { readIds, type Ids } from './ids';
import { bindUnderTwoNumbers } from './two-numbers';

const MEMBER = '13800000001';
const FIRST_HELPER = 13_955_560_000;
/** Of these several use one voucher; none of them uses it up, because no picture asks for so many. */
const REPEATABLE = '普通洗车';

/** The whole product with the demonstration's people, and in front of its systems what can make them go away. */
export interface Studio {
  stack: Stack;
  ids: Ids;
  /** The eight digits of a voucher that its owner shows now. */
  shownCode(): Promise<string>;
  photoLink(): Promise<string>;
  breakSystems(): void;
  stop(): Promise<void>;
}

async function codeOf(member: Caller): Promise<string> {
  const { body } = await member.get<{ items: { id: string; title: string }[] }>('/vouchers?state=active');
  const voucher = body.items.find(({ title }) => title.includes(REPEATABLE)) ?? body.items[0];
  const shown = await member.post<{ shortCode: string }>(`/vouchers/${voucher?.id ?? ''}/presentations`);
  return shown.body.shortCode;
}

export async function openStudio(webRoot: string): Promise<Studio> {
  const between: Record<'core' | 'club' | 'violations', Between> = {
    core: await createBetween(),
    club: await createBetween(),
    violations: await createBetween(),
  };
  const stack = await startStack({
    seeded: true,
    webRoot,
    systemUrls: (urls) => ({
      ...urls,
      core: between.core.inFrontOf(urls.core),
      club: between.club.inFrontOf(urls.club),
      violations: between.violations.inFrontOf(urls.violations),
    }),
  });
  await liftDayLimits(stack.database.pool('club'));
  await bindUnderTwoNumbers(stack);
  let member = await signIn(stack, MEMBER);
  /** A whole run takes longer than the first token of a session holds. */
  const guest = async (): Promise<Caller> => {
    if ((await member.get('/me')).status !== 200) member = await signIn(stack, MEMBER);
    return member;
  };
  const ids = await readIds(member);
  let links = 0;
  return {
    stack,
    ids,
    shownCode: async () => codeOf(await guest()),
    async photoLink() {
      // A second link to the same number would end the first, which another picture may be showing.
      links += 1;
      const to = String(FIRST_HELPER + links);
      await askForPhotos(await guest(), ids.openClaim, to);
      return linkFrom(stack.baseUrl, to);
    },
    breakSystems: () => Object.values(between).forEach((one) => one.break('away')),
    async stop() {
      await stack.stop();
      await Promise.all(Object.values(between).map((one) => one.close()));
    },
  };
}
