import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod/mini';
import { inTransaction } from '../../../database/transaction';
import { notFound, Problem } from '../../../http/problem';
import type { ClubTicket, clubTicketQuery, ticketClosing } from '../../../upstream/club/contract';
import type { Club } from '../club';
import { restoreUse } from '../counter/restore-use';
import type { Operator } from '../network/operator';
import { limitOf, page, timePosition } from '../pages';
import { seal } from '../personal-fields';
import { assertSameInput, writeRequest, type WriteRequest } from '../requests';
import { TICKET_COLUMNS, TICKET_FROM, ticketView, type TicketRow } from './report-view';

type Closing = z.infer<typeof ticketClosing>;

const WITHIN_REACH = 'vr.branch_id in (select branch_tree($1))';

/** Oldest first: who has waited longest is answered first. */
export async function listTickets(
  club: Club,
  operator: Operator,
  query: z.infer<typeof clubTicketQuery>,
): Promise<{ items: ClubTicket[]; nextCursor: string | null }> {
  const { at, id } = timePosition(query);
  const { rows } = await club.pool.query<TicketRow>(
    `select ${TICKET_COLUMNS} from ${TICKET_FROM} where ${WITHIN_REACH} and ($2::text is null or vr.state = $2)
       and ($3::timestamptz is null or (vr.at, vr.id) > ($3, $4)) order by vr.at, vr.id limit $5`,
    [operator.branchId, query.state ?? null, at, id, limitOf(query) + 1],
  );
  return page(rows, query, {
    item: (row) => ticketView(club, row),
    position: (row) => [row.at.toISOString(), row.id],
  });
}

async function readTicket(club: Club, operator: Operator, ticketId: string): Promise<ClubTicket> {
  const { rows } = await club.pool.query<TicketRow>(
    `select ${TICKET_COLUMNS} from ${TICKET_FROM} where ${WITHIN_REACH} and vr.id = $2`,
    [operator.branchId, ticketId],
  );
  if (!rows[0]) throw notFound('没有找到这张工单');
  return ticketView(club, rows[0]);
}

async function wasClosedBy(club: Club, request: WriteRequest): Promise<boolean> {
  const { rows } = await club.pool.query<{ input_hash: Buffer }>(
    'select closing_input_hash as input_hash from voucher_reports where closing_scope = $1 and closing_request_id = $2',
    [request.scope, request.id],
  );
  if (!rows[0]) return false;
  assertSameInput(rows[0], request);
  return true;
}

interface ClosingOf {
  ticket: ClubTicket;
  operator: Operator;
  closing: Closing;
  request: WriteRequest;
}

async function restore(club: Club, client: PoolClient, { ticket, operator, closing, request }: ClosingOf) {
  const { redemptionId } = ticket;
  const restored =
    redemptionId !== null &&
    (await restoreUse(club, client, {
      redemptionId,
      cause: 'operator',
      operatorId: operator.operatorId,
      reason: closing.answer,
      request,
    }));
  if (!restored) throw new Problem(409, 'NOTHING_TO_RESTORE', '这次使用已经退回，或者没有可以退回的使用');
}

/** The voucher first, as everybody takes it who gives a use back; then the ticket, once. */
async function close(club: Club, client: PoolClient, wanted: ClosingOf): Promise<void> {
  const { ticket, operator, closing, request } = wanted;
  await client.query('select 1 from vouchers where id = $1 for update', [ticket.voucherId]);
  const { rowCount } = await client.query(
    `update voucher_reports set state = 'closed', answer_sealed = $2, closed_at = now(), closed_by = $3, closing_scope = $4,
       closing_request_id = $5, closing_input_hash = $6 where id = $1 and state = 'open'`,
    [
      ticket.id,
      seal(club.cipher, 'voucher_reports.answer_sealed', ticket.id, closing.answer),
      operator.operatorId,
      request.scope,
      request.id,
      request.inputHash,
    ],
  );
  if (rowCount !== 1) throw new Problem(409, 'TICKET_ALREADY_CLOSED', '这张工单已经答复过了');
  if (closing.restore) await restore(club, client, wanted);
  await client.query(`insert into outbox (id, kind, subject_id) values ($1, 'ticketClosed', $2)`, [
    uuidv7(),
    ticket.id,
  ]);
}

/**
 * The one answer to what a member reported; the member reads it and gets it by SMS. With `restore` the use comes back and the merchant gets a negative line.
 * @throws Problem 404, 409 TICKET_ALREADY_CLOSED, NOTHING_TO_RESTORE, 422 IDEMPOTENCY_KEY_REUSED
 */
export async function closeTicket(
  club: Club,
  operator: Operator,
  { ticketId, key, closing }: { ticketId: string; key: string; closing: Closing },
): Promise<{ body: ClubTicket; replayed: boolean }> {
  const ticket = await readTicket(club, operator, ticketId);
  const request = writeRequest(club, `ticket:${operator.operatorId}`, {
    key,
    input: { ticketId, ...closing },
  });
  const replay = async () => ({ body: await readTicket(club, operator, ticketId), replayed: true });
  if (await wasClosedBy(club, request)) return replay();
  try {
    await inTransaction(club.pool, (client) => close(club, client, { ticket, operator, closing, request }));
  } catch (error) {
    if (error instanceof Problem && (await wasClosedBy(club, request))) return replay();
    throw error;
  }
  return { body: await readTicket(club, operator, ticketId), replayed: false };
}
