import type { ClientBase, Pool, PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { toInstant } from '../../../http/instants';
import { invalidInput, notFound, Problem } from '../../../http/problem';
import { isMobile, normaliseMobile } from '../../../identifiers';
import type { ClubClerk, clubClerkChange, clubClerkInvitation } from '../../../upstream/club/contract';
import type { Club } from '../club';
import type { CounterActor } from '../counter/counter-actor';
import { indexOf, open, seal } from '../personal-fields';
import { assertSameInput, brokenUniqueKey, writeRequest, type WriteRequest } from '../requests';

type Invitation = z.infer<typeof clubClerkInvitation>;
type Change = z.infer<typeof clubClerkChange>;

interface ClerkRow {
  id: string;
  member_id: string | null;
  role: ClubClerk['role'];
  name_sealed: Buffer;
  phone_sealed: Buffer;
  created_at: Date;
  stores: ClubClerk['stores'];
}

const CLERK_SQL = `
  select c.id, m.id as member_id, c.role, c.name_sealed, c.phone_sealed, c.created_at, coalesce((
    select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.created_at, s.id) from stores s
    where s.merchant_id = c.merchant_id
      and (c.role = 'owner' or exists (select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = s.id))), '[]') as stores
  from clerks c left join members m on m.phone_index = c.phone_index and m.merged_into is null
  where c.active and c.merchant_id = $1`;

function viewOf({ cipher }: Club, row: ClerkRow): ClubClerk {
  return {
    id: row.id,
    memberId: row.member_id,
    name: open(cipher, 'clerks.name_sealed', row.id, row.name_sealed),
    phone: open(cipher, 'clerks.phone_sealed', row.id, row.phone_sealed),
    role: row.role,
    stores: row.stores,
    invitedAt: toInstant(row.created_at),
  };
}

async function readClerk(
  club: Club,
  database: Pool | ClientBase,
  owner: CounterActor,
  clerkId: string,
): Promise<ClubClerk> {
  const { rows } = await database.query<ClerkRow>(`${CLERK_SQL} and c.id = $2`, [owner.merchantId, clerkId]);
  if (!rows[0]) throw notFound('没有找到这位店员');
  return viewOf(club, rows[0]);
}

/** An owner sees everybody, a manager the people of the own stores, a clerk only the own entry. */
export async function listStaff(club: Club, counter: CounterActor): Promise<ClubClerk[]> {
  const { rows } = await club.pool.query<ClerkRow>(
    `${CLERK_SQL} and ($2 = 'owner' or c.id = $3 or ($2 = 'manager' and c.role <> 'owner' and exists (
       select 1 from clerk_stores cs where cs.clerk_id = c.id and cs.store_id = any ($4))))
     order by case c.role when 'owner' then 0 when 'manager' then 1 else 2 end, c.created_at, c.id`,
    [counter.merchantId, counter.role, counter.clerkId, counter.storeIds],
  );
  return rows.map((row) => viewOf(club, row));
}

function assertOwnStores(owner: CounterActor, storeIds: readonly string[]): void {
  if (storeIds.every((id) => owner.storeIds.includes(id))) return;
  throw invalidInput([{ path: 'storeIds', code: 'STORE', message: '请选择自己的门店' }]);
}

async function putInStores(client: PoolClient, clerkId: string, storeIds: readonly string[]): Promise<void> {
  await client.query('delete from clerk_stores where clerk_id = $1 and store_id <> all ($2)', [
    clerkId,
    storeIds,
  ]);
  await client.query(
    'insert into clerk_stores (clerk_id, store_id) select $1, unnest($2::text[]) on conflict do nothing',
    [clerkId, storeIds],
  );
}

interface Noted {
  clerkId: string;
  owner: CounterActor;
  kind: 'invited' | 'changed' | 'removed';
  request: WriteRequest;
}

/** The row that says who did it; its id is what the message about an invitation is sent under. */
async function note(client: PoolClient, { clerkId, owner, kind, request }: Noted): Promise<string> {
  const id = uuidv7();
  await client.query(
    `insert into clerk_changes (id, clerk_id, by_clerk_id, kind, role, store_ids, request_scope, request_id, input_hash)
     select $1, c.id, $3, $4, c.role, array(select cs.store_id from clerk_stores cs where cs.clerk_id = c.id), $5, $6, $7 from clerks c where c.id = $2`,
    [id, clerkId, owner.clerkId, kind, request.scope, request.id, request.inputHash],
  );
  return id;
}

/** Somebody who left comes back under the old entry, so that what was done before keeps its name. */
async function putClerk(
  club: Club,
  client: PoolClient,
  { owner, wanted }: { owner: CounterActor; wanted: Invitation },
): Promise<string> {
  const phone = normaliseMobile(wanted.phone);
  const phoneIndex = indexOf.phone(club.cipher, phone);
  const { rows } = await client.query<{ id: string; active: boolean }>(
    'select id, active from clerks where phone_index = $1 and (active or merchant_id = $2) order by active desc limit 1 for update',
    [phoneIndex, owner.merchantId],
  );
  const known = rows[0];
  if (known?.active) throw new Problem(409, 'CLERK_ALREADY_THERE', '这个号码已经是店员了，不能再邀请');
  const id = known?.id ?? uuidv7();
  const name = seal(club.cipher, 'clerks.name_sealed', id, wanted.name);
  if (known) {
    await client.query('update clerks set active = true, role = $2, name_sealed = $3 where id = $1', [
      id,
      wanted.role,
      name,
    ]);
    return id;
  }
  await client.query(
    `insert into clerks (id, merchant_id, role, phone_sealed, phone_index, name_sealed) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      owner.merchantId,
      wanted.role,
      seal(club.cipher, 'clerks.phone_sealed', id, phone),
      phoneIndex,
      name,
    ],
  );
  return id;
}

async function earlierInvitation(club: Club, request: WriteRequest): Promise<string | undefined> {
  const { rows } = await club.pool.query<{ clerk_id: string; input_hash: Buffer }>(
    'select clerk_id, input_hash from clerk_changes where request_scope = $1 and request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return undefined;
  assertSameInput(rows[0], request);
  return rows[0].clerk_id;
}

/**
 * Lets a phone stand at the counter; whoever signs in with it is that clerk. Told by SMS.
 * @throws Problem 409 CLERK_ALREADY_THERE for a phone that works here or elsewhere, 422
 */
export async function inviteClerk(
  club: Club,
  owner: CounterActor,
  { key, wanted }: { key: string; wanted: Invitation },
): Promise<{ body: ClubClerk; replayed: boolean }> {
  if (!isMobile(wanted.phone))
    throw invalidInput([{ path: 'phone', code: 'PHONE', message: '请填写 11 位手机号' }]);
  assertOwnStores(owner, wanted.storeIds);
  const request = writeRequest(club, `clerk:${owner.clerkId}`, { key, input: wanted });
  const earlier = await earlierInvitation(club, request);
  if (earlier) return { body: await readClerk(club, club.pool, owner, earlier), replayed: true };
  try {
    const id = await inTransaction(club.pool, async (client) => {
      const clerkId = await putClerk(club, client, { owner, wanted });
      await putInStores(client, clerkId, wanted.storeIds);
      const changeId = await note(client, { clerkId, owner, kind: 'invited', request });
      await client.query(`insert into outbox (id, kind, subject_id) values ($1, 'clerkInvited', $1)`, [
        changeId,
      ]);
      return clerkId;
    });
    return { body: await readClerk(club, club.pool, owner, id), replayed: false };
  } catch (error) {
    const raced = brokenUniqueKey(error) !== undefined || error instanceof Problem;
    const winner = raced ? await earlierInvitation(club, request) : undefined;
    if (winner) return { body: await readClerk(club, club.pool, owner, winner), replayed: true };
    if (brokenUniqueKey(error) !== 'clerks_phone_active_once') throw error;
    throw new Problem(409, 'CLERK_ALREADY_THERE', '这个号码已经是店员了，不能再邀请');
  }
}

const ownAct = (club: Club, owner: CounterActor, input: unknown) =>
  writeRequest(club, `clerkChange:${owner.clerkId}`, { key: uuidv7(), input });

async function lockStaff(client: PoolClient, owner: CounterActor, clerkId: string): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    'select role from clerks where id = $1 and merchant_id = $2 and active for update',
    [clerkId, owner.merchantId],
  );
  if (!rows[0]) throw notFound('没有找到这位店员');
  if (rows[0].role === 'owner') throw new Problem(409, 'OWNER_STAYS', '店主不能在这里更改，请联系运营人员');
}

/** @throws Problem 404, 409 OWNER_STAYS, 422 */
export async function changeClerk(
  club: Club,
  owner: CounterActor,
  { clerkId, change }: { clerkId: string; change: Change },
): Promise<ClubClerk> {
  if (change.storeIds) assertOwnStores(owner, change.storeIds);
  return inTransaction(club.pool, async (client) => {
    await lockStaff(client, owner, clerkId);
    const name =
      change.name === undefined ? null : seal(club.cipher, 'clerks.name_sealed', clerkId, change.name);
    await client.query(
      'update clerks set role = coalesce($2, role), name_sealed = coalesce($3, name_sealed) where id = $1',
      [clerkId, change.role ?? null, name],
    );
    if (change.storeIds) await putInStores(client, clerkId, change.storeIds);
    await note(client, { clerkId, owner, kind: 'changed', request: ownAct(club, owner, change) });
    return readClerk(club, client, owner, clerkId);
  });
}

/** The counter asks the database at each step who works there, so the rights end with this statement. Removing twice is removing once. */
export async function removeClerk(club: Club, owner: CounterActor, clerkId: string): Promise<void> {
  await inTransaction(club.pool, async (client) => {
    const { rowCount } = await client.query(
      'select 1 from clerks where id = $1 and merchant_id = $2 and not active',
      [clerkId, owner.merchantId],
    );
    if (rowCount === 1) return;
    await lockStaff(client, owner, clerkId);
    await note(client, { clerkId, owner, kind: 'removed', request: ownAct(club, owner, { clerkId }) });
    await client.query('update clerks set active = false where id = $1', [clerkId]);
    await client.query('delete from clerk_stores where clerk_id = $1', [clerkId]);
  });
}
