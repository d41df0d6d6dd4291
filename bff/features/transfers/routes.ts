import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { defineRoute, noBody, type AnyRoute } from '../../http/route';
import { systemActor } from '../../http/service-token';
import type { LastKnown } from '../../last-known/last-known';
import { readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import type { Transfers } from '../../upstream/club/transfers';
import { inOurWords } from '../../upstream/refusal-words';
import {
  transferAcceptance,
  transferAnswer,
  transferList,
  transferParams,
  transferPreview,
  transferQuery,
  transferRequest,
  transferTokenRequest,
} from './contract';
import { transferRefusals } from './refusals';
import { previewOf, transferOf } from './transfer';

export interface TransfersDeps {
  access: Pick<AccessRules, 'member' | 'open'>;
  transfers: Transfers;
  lastKnown: LastKnown;
  limits: Limits;
}

const tag = 'transfers';

function giverRoutes({ access, transfers, limits }: TransfersDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/vouchers/:id/transfers',
      summary: 'Offer a voucher to whoever opens the link (转赠)',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      params: transferParams,
      body: transferRequest,
      answers: { 201: transferAnswer },
      problems: {
        TRANSFER_PENDING: 'Offered already.',
        VOUCHER_NOT_USABLE: '`state` says why.',
        VOUCHER_PARTLY_USED: 'Only a whole voucher changes hands.',
        VOUCHER_BOUND_TO_CAR: 'For one car only.',
        SERVICE_NOT_TRANSFERABLE: 'For its owner in person.',
        TRANSFER_ONCE_ONLY: 'It came from somebody else.',
      },
      handle: async (context) => {
        await limits.take('transfersPerDay', context.caller.accountId);
        const { transfer, replayed } = await inOurWords(transferRefusals, () =>
          transfers.offer(writeFor(context.caller.actor, context), context.params.id, context.body),
        );
        return {
          status: 201,
          body: { transfer: transferOf(transfer) },
          headers: replayHeaders(replayed),
        };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/transfers/:id',
      summary: 'Take an offer back',
      tag,
      access: access.member,
      idempotency: { kind: 'natural', why: 'What is taken back stays so.' },
      params: transferParams,
      body: noBody,
      answers: { 204: null },
      problems: { TRANSFER_ALREADY_ACCEPTED: 'Somebody has it.' },
      handle: async (context) => {
        const by = readFor(context.caller.actor, context);
        await inOurWords(transferRefusals, () => transfers.takeBack(by, context.params.id));
        return { status: 204 };
      },
    }),
  ];
}

function receiverRoutes({ access, transfers, limits }: TransfersDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/transfers/preview',
      summary: 'What a link stands for; changes nothing',
      tag,
      access: access.member,
      idempotency: { kind: 'natural', why: 'It changes nothing; the token must not stand in an address.' },
      body: transferTokenRequest,
      answers: { 200: transferPreview },
      handle: async (context) => {
        await limits.take('transferLooksPerHour', context.caller.accountId);
        const by = readFor(context.caller.actor, context);
        const seen = await inOurWords(transferRefusals, () => transfers.preview(by, context.body.token));
        return { status: 200, body: previewOf(seen) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/transfers/visitor-preview',
      summary:
        'The same for somebody who has not signed in yet: whoever holds the link may see what it stands for',
      tag,
      access: access.open,
      idempotency: { kind: 'natural', why: 'It changes nothing; the token must not stand in an address.' },
      body: transferTokenRequest,
      answers: { 200: transferPreview },
      handle: async (context) => {
        await limits.take('transferLooksPerAddress', context.request.ip ?? '');
        const by = readFor(systemActor, context);
        const seen = await inOurWords(transferRefusals, () => transfers.preview(by, context.body.token));
        return { status: 200, body: previewOf(seen) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/transfers/acceptance',
      summary: 'Take what was given, once',
      tag,
      access: access.member,
      idempotency: { kind: 'forwarded' },
      body: transferTokenRequest,
      answers: { 201: transferAcceptance },
      problems: {
        TRANSFER_ALREADY_ACCEPTED: 'By somebody, or with another request id.',
        TRANSFER_TAKEN_BACK: 'By the giver.',
        TRANSFER_EXPIRED: 'The link has lapsed.',
        TRANSFER_ENDED: 'The voucher was used, revoked or ran out meanwhile.',
        TRANSFER_OWN: 'Nobody gives to themselves.',
      },
      handle: async (context) => {
        const { acceptance, replayed } = await inOurWords(transferRefusals, () =>
          transfers.accept(writeFor(context.caller.actor, context), context.body.token),
        );
        const body = { transfer: transferOf(acceptance.transfer), voucher: acceptance.voucher };
        return { status: 201, body, headers: replayHeaders(replayed) };
      },
    }),
  ];
}

export function transfersRoutes(deps: TransfersDeps): AnyRoute[] {
  const { access, transfers, lastKnown } = deps;
  return [
    ...giverRoutes(deps),
    ...receiverRoutes(deps),
    defineRoute({
      method: 'get',
      path: '/transfers',
      summary: 'Given and received, newest first',
      tag,
      access: access.member,
      query: transferQuery,
      answers: { 200: transferList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = async () => {
          const list = await transfers.list(readFor(caller.actor, context), query);
          return { ...list, items: list.items.map(transferOf) };
        };
        const list = { subject: caller.accountId, name: 'transfers', query, schema: transferList, fetch };
        return { status: 200, body: await inOurWords(transferRefusals, () => readList(lastKnown, list)) };
      },
    }),
  ];
}
