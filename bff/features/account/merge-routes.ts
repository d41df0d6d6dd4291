import type { AccessRules } from '../../http/access';
import { recordScope, type RecordedWrites } from '../../http/idempotency';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor } from '../../upstream/calling';
import { accountOf } from './account-view';
import { account } from './contract';
import { mergeCodeAnswer, mergeCodeRequest, mergeRequest } from './contract/identity';
import { mergeByNumbers, sendMergeCode, type NumbersMergeDeps } from './merge-by-numbers';

export interface MergeRoutesDeps {
  access: AccessRules;
  recorded: RecordedWrites;
  numbersMerge: NumbersMergeDeps;
}

/** Two accounts of one person, settled by that person with both phones in hand. */
export function mergeRoutes({ access, recorded, numbersMerge }: MergeRoutesDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/me/identity/merge-codes',
      summary: 'A code to one of the two numbers, before two accounts of one person become one',
      tag: 'account',
      access: access.member,
      idempotency: {
        kind: 'natural',
        why: 'a new code replaces the last one, and limits count each message',
      },
      body: mergeCodeRequest,
      answers: { 202: mergeCodeAnswer },
      problems: {
        MERGE_NOT_OFFERED: 'no review is open for an ID that another number holds',
        TOO_MANY_REQUESTS: 'wait as long as retryAfterSeconds says',
      },
      async handle({ caller, body, request, ...context }) {
        const wanted = { to: body.to, address: request.ip ?? 'unknown' };
        return {
          status: 202,
          body: await sendMergeCode(numbersMerge, readFor(caller.actor, context), wanted),
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/me/identity/merge',
      summary: 'Both numbers confirmed: the other account becomes part of this one',
      tag: 'account',
      access: access.member,
      idempotency: { kind: 'recorded' },
      body: mergeRequest,
      answers: { 200: account },
      problems: {
        MERGE_NOT_OFFERED: 'no review is open for an ID that another number holds',
        SMS_CODE_WRONG: 'the code of the own number: wrong, lapsed, used, or tried five times',
        OTHER_CODE_WRONG: 'the same for the other number',
      },
      async handle({ caller, body, request, requestId, idempotencyKey }) {
        const context = { caller, requestId, idempotencyKey, address: request.ip ?? 'unknown' };
        return recorded.run(
          {
            scope: recordScope(caller.accountId, 'POST /me/identity/merge'),
            key: idempotencyKey,
            input: body,
            prepare: () => mergeByNumbers(numbersMerge, body, context),
          },
          async (_transaction, member) => ({ status: 200, body: accountOf(member) }),
        );
      },
    }),
  ];
}
