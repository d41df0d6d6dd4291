import type { Account, IdentityReview } from '../account/contract';
import { isAway, type LastKnown } from '../../last-known/last-known';
import { toInstant } from '../../http/instants';
import type { Calling } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import { clubGiftList, clubPoints, clubVoucherList } from '../../upstream/club/contract';
import type { Core } from '../../upstream/core/client';
import { coreClaimList } from '../../upstream/core/contract/claims';
import { corePolicyList } from '../../upstream/core/contract/policies';
import type { ClaimSummary } from '../claims/contract';
import type { Home } from './contract';
import { dueGifts, duePoints, duePolicies, dueVouchers, soonestFirst } from './due-items';
import { homeNotices } from './notices';
import { combinedPart, partOf, type Read } from './parts';

export interface HomeDeps {
  core: Pick<Core, 'claims' | 'policies'>;
  benefits: Pick<Benefits, 'gifts' | 'vouchers' | 'points'>;
  lastKnown: LastKnown;
  /** Who the caller is, also while the club is away: the session remembers. */
  account(by: Calling): Promise<Account>;
  /** Reports that core has not got yet; they stand first among the open ones. */
  queuedClaims(accountId: string): Promise<ClaimSummary[]>;
  /** The latest identity review, or null; never throws for an absent club. */
  latestReview(by: Calling): Promise<IdentityReview | null>;
}

const PAGE = 100;
const SHOWN_VOUCHERS = 3;
const SHOWN_DUE = 5;

/** An absent system empties its own part only; everything else that goes wrong is a fault and is not hidden. */
async function ifKnown<Value>(read: Promise<Value>): Promise<Value | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

/** All at once: the page is as slow as its slowest part, and each part has its own deadline and its own outage. */
function readParts({ core, benefits, lastKnown, account, latestReview }: HomeDeps, by: Calling) {
  const { subject } = by.actor;
  const known = lastKnown.read;
  return Promise.all([
    account(by),
    ifKnown(latestReview(by)),
    ifKnown(
      known({
        subject,
        what: 'home:claims',
        schema: coreClaimList,
        fetch: () => core.claims(by, { open: 'true', limit: PAGE }),
      }),
    ),
    ifKnown(
      known({
        subject,
        what: 'home:policies',
        schema: corePolicyList,
        fetch: () => core.policies(by, { limit: PAGE }),
      }),
    ),
    ifKnown(
      known({
        subject,
        what: 'home:gifts',
        schema: clubGiftList,
        fetch: () => benefits.gifts(by, { state: 'offered', limit: PAGE }),
      }),
    ),
    ifKnown(
      known({
        subject,
        what: 'home:vouchers',
        schema: clubVoucherList,
        fetch: () => benefits.vouchers(by, { state: 'active', limit: PAGE }),
      }),
    ),
    ifKnown(known({ subject, what: 'points', schema: clubPoints, fetch: () => benefits.points(by) })),
  ]);
}

const itemsOf = <Item>(read: Read<{ items: Item[] }>): Item[] => read?.value.items ?? [];

/**
 * The home screen in one request. While a system is away its parts are the last known ones with their age, or say that
 * they are not available; the others are not touched by it.
 */
export async function readHome(deps: HomeDeps, by: Calling): Promise<Home> {
  const [account, review, claims, policies, gifts, vouchers, points] = await readParts(deps, by);
  const queued = await deps.queuedClaims(by.actor.subject);
  const now = new Date();
  const due = () =>
    soonestFirst([
      ...duePolicies(itemsOf(policies), now),
      ...dueGifts(itemsOf(gifts), now),
      ...dueVouchers(itemsOf(vouchers), now),
      ...duePoints(points?.value.expiring ?? [], now),
    ]).slice(0, SHOWN_DUE);
  return {
    account,
    openClaims: openClaimsOf(queued, claims, now),
    nextDue: combinedPart([policies, gifts, vouchers, points], due),
    gifts: partOf(gifts, ({ items }) => items),
    vouchers: partOf(vouchers, ({ items }) => ({
      active: items.length,
      first: items.slice(0, SHOWN_VOUCHERS),
    })),
    points: partOf(points, ({ balance }) => ({ balance })),
    cover: partOf(policies, ({ items }) => ({ plates: coveredPlates(items, toInstant(now)) })),
    notices: homeNotices(account, review ?? null, now),
  };
}

/** What waits here is known even while core is away. */
function openClaimsOf(
  queued: ClaimSummary[],
  claims: Read<{ items: ClaimSummary[] }>,
  now: Date,
): Home['openClaims'] {
  if (!claims && queued.length > 0) return { value: queued, asOf: toInstant(now), stale: true };
  return partOf(claims, ({ items }) => [...queued, ...items]);
}

/** Each car once, however many policies it has. */
function coveredPlates(
  policies: { status: string; startsAt: string; endsAt: string; vehicle: { plate: string } }[],
  now: string,
): string[] {
  const inForce = policies.filter(
    ({ status, endsAt }) => status === 'active' && Date.parse(endsAt) > Date.parse(now),
  );
  return [...new Set(inForce.map(({ vehicle }) => vehicle.plate))];
}
