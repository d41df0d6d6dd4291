import type { Pool } from 'pg';
import { toInstant } from '../../http/instants';
import type { Calling } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import type { Members } from '../../upstream/club/members';
import type { Core } from '../../upstream/core/client';
import type { AccessRecords } from './access-records';
import type { ConsentRecords } from './consent-records';

export interface ExportSources {
  pool: Pool;
  members: Pick<Members, 'personalData'>;
  benefits: Pick<Benefits, 'gifts' | 'orders' | 'vouchers' | 'points' | 'pointsEntries'>;
  core: Pick<Core, 'policies' | 'claims' | 'claim'>;
  consents: Pick<ConsentRecords, 'list'>;
  accessRecords: Pick<AccessRecords, 'list'>;
}

const LONGEST_PAGE = 100;
/** Nobody has more; a cursor that never ends must not run for ever. */
const MOST_PAGES = 50;

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

async function everyPage<Item>(
  read: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read({ limit: LONGEST_PAGE, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...answer.items);
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return items;
}

async function ownRecords({ pool, consents, accessRecords }: ExportSources, accountId: string) {
  const sessions = await pool.query<{ client: string; created_at: Date; ended_at: Date | null }>(
    'select client, created_at, ended_at from sessions where account_id = $1 order by created_at',
    [accountId],
  );
  const photos = await pool.query<{ claim_id: string; shot: string; bytes: number; created_at: Date }>(
    `select claim_id, shot, bytes, created_at from claim_photos where owner_id = $1 and state <> 'removed' order by created_at`,
    [accountId],
  );
  return {
    consents: await everyPage((page) => consents.list(accountId, page)),
    accessRecords: await everyPage((page) => accessRecords.list(accountId, page)),
    sessions: sessions.rows.map(({ client, created_at, ended_at }) => ({
      client,
      startedAt: toInstant(created_at),
      endedAt: ended_at ? toInstant(ended_at) : null,
    })),
    photos: photos.rows.map(({ claim_id, shot, bytes, created_at }) => ({
      claimId: claim_id,
      shot,
      bytes,
      receivedAt: toInstant(created_at),
    })),
  };
}

async function benefitsOf({ benefits }: ExportSources, by: Calling) {
  return {
    gifts: await everyPage((page) => benefits.gifts(by, page)),
    orders: await everyPage((page) => benefits.orders(by, page)),
    vouchers: await everyPage((page) => benefits.vouchers(by, page)),
    points: await benefits.points(by),
    pointsEntries: await everyPage((page) => benefits.pointsEntries(by, page)),
  };
}

async function insuranceOf({ core }: ExportSources, by: Calling) {
  const claims = await everyPage((page) => core.claims(by, page));
  return {
    policies: await everyPage((page) => core.policies(by, page)),
    claims: await Promise.all(claims.map(({ id }) => core.claim(by, id))),
  };
}

/** Everything that server, club and core hold on a person, in full. */
export async function gatherExport(sources: ExportSources, by: Calling) {
  const [account, records, benefits, insurance] = await Promise.all([
    sources.members.personalData(by),
    ownRecords(sources, by.actor.subject),
    benefitsOf(sources, by),
    insuranceOf(sources, by),
  ]);
  return { madeAt: toInstant(new Date()), account, ...insurance, ...benefits, ...records };
}

export type ExportContent = Awaited<ReturnType<typeof gatherExport>>;
