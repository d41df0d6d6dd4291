import type { AccessRules } from '../../http/access';
import { replayHeaders } from '../../http/idempotency';
import type { Limits } from '../../http/limits';
import { defineRoute, type AnyRoute } from '../../http/route';
import type { LastKnown } from '../../last-known/last-known';
import { freshnessOf, readList } from '../../last-known/read-list';
import { readFor, writeFor } from '../../upstream/calling';
import type { Benefits } from '../../upstream/club/benefits';
import type { Earning } from '../../upstream/club/earning';
import { clubVoucherDetail } from '../../upstream/club/contract';
import { inOurWords } from '../../upstream/refusal-words';
import {
  presentation,
  presentationRequest,
  ratingAnswer,
  ratingRequest,
  voucherDetail,
  voucherList,
  voucherParams,
  voucherQuery,
} from './contract';
import { voucherRefusals } from './refusals';
import { reportRoutes, type ReportDeps } from './report-routes';

export interface VouchersDeps extends ReportDeps {
  access: Pick<AccessRules, 'member'>;
  benefits: Pick<Benefits, 'vouchers' | 'voucher' | 'presentVoucher'>;
  earning: Pick<Earning, 'rate'>;
  lastKnown: LastKnown;
  limits: Limits;
}

const tag = 'vouchers';

function readRoutes({ access, benefits, lastKnown }: VouchersDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/vouchers',
      summary: 'Own vouchers',
      tag,
      access: access.member,
      query: voucherQuery,
      answers: { 200: voucherList },
      handle: async (context) => {
        const { caller, query } = context;
        const fetch = () => benefits.vouchers(readFor(caller.actor, context), query);
        const list = { subject: caller.accountId, name: 'vouchers', query, schema: voucherList, fetch };
        return { status: 200, body: await inOurWords(voucherRefusals, () => readList(lastKnown, list)) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/vouchers/:id',
      summary: 'One voucher with terms, shops and uses',
      tag,
      access: access.member,
      params: voucherParams,
      answers: { 200: voucherDetail },
      handle: async (context) => {
        const { id } = context.params;
        const known = await inOurWords(voucherRefusals, () =>
          lastKnown.read({
            subject: context.caller.accountId,
            what: `voucher:${id}`,
            schema: clubVoucherDetail,
            fetch: () => benefits.voucher(readFor(context.caller.actor, context), id),
          }),
        );
        return { status: 200, body: { ...known.value, ...freshnessOf(known) } };
      },
    }),
  ];
}

function presentationRoute({ access, benefits, limits }: VouchersDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/vouchers/:id/presentations',
    summary: 'A QR and a short code for the counter, valid for 60 s',
    tag,
    access: access.member,
    idempotency: {
      kind: 'natural',
      why: 'A second presentation changes nothing about the voucher, and the two latest stay valid.',
    },
    params: voucherParams,
    body: presentationRequest,
    answers: { 201: presentation },
    problems: {
      VOUCHER_ALREADY_REDEEMED: 'No use is left.',
      VOUCHER_EXPIRED: 'The voucher has lapsed.',
    },
    handle: async (context) => {
      await limits.take('presentationsPerMinute', context.caller.accountId);
      const by = readFor(context.caller.actor, context);
      const shown = await inOurWords(voucherRefusals, () => benefits.presentVoucher(by, context.params.id));
      return { status: 201, body: shown };
    },
  });
}

function ratingRoute({ access, earning }: VouchersDeps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/vouchers/:id/ratings',
    summary: 'Two questions about a use, once',
    tag,
    access: access.member,
    idempotency: { kind: 'forwarded' },
    params: voucherParams,
    body: ratingRequest,
    answers: { 201: ratingAnswer },
    problems: {
      ALREADY_RATED: 'Rated before, with another request id.',
      REDEMPTION_REVERSED: 'The use was undone.',
    },
    handle: async (context) => {
      const { rating, replayed } = await inOurWords(voucherRefusals, () =>
        earning.rate(writeFor(context.caller.actor, context), context.params.id, context.body),
      );
      return { status: 201, body: rating, headers: replayHeaders(replayed) };
    },
  });
}

export function vouchersRoutes(deps: VouchersDeps): AnyRoute[] {
  return [...readRoutes(deps), presentationRoute(deps), ratingRoute(deps), ...reportRoutes(deps)];
}
