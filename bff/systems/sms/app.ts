import type { Express } from 'express';
import * as z from 'zod/mini';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { toInstant } from '../../http/instants';
import { mountRoutes } from '../../http/mount-routes';
import { invalidInput } from '../../http/problem';
import { defineRoute, type AnyRoute } from '../../http/route';
import { serviceAccess } from '../../http/service-access';
import { isMobile, normaliseMobile } from '../../identifiers';
import { inbox, smsMessage, smsReceipt } from '../../upstream/sms/contract';
import type { SystemDeps } from '../system';
import { createMessageStore, type MessageStore } from './message-store';
import { missingValues, render } from './templates';

type Deps = Pick<SystemDeps, 'serviceKey' | 'settings' | 'demo'>;

function sendRoute(store: MessageStore, { serviceKey, settings }: Deps): AnyRoute {
  return defineRoute({
    method: 'post',
    path: '/messages',
    summary: 'Send one message',
    tag: 'messages',
    access: serviceAccess(serviceKey, 'sms', ['system']),
    idempotency: { kind: 'forwarded' },
    body: smsMessage,
    answers: { 201: smsReceipt },
    problems: { IDEMPOTENCY_KEY_REUSED: 'the key stands for another message' },
    async handle({ body, idempotencyKey }) {
      if (!isMobile(body.phone)) {
        throw invalidInput([{ path: 'phone', code: 'PHONE', message: '手机号不对' }]);
      }
      const missing = missingValues(body);
      if (missing.length > 0) {
        const errors = missing.map((name) => ({
          path: `values.${name}`,
          code: 'REQUIRED',
          message: '短信模板缺少这一项',
        }));
        throw invalidInput(errors);
      }
      const message = { ...body, phone: normaliseMobile(body.phone) };
      const accepted = await store.accept(message, { key: idempotencyKey, rendered: render(body, settings) });
      return {
        status: 201,
        body: { messageId: accepted.id, acceptedAt: toInstant(accepted.at) },
        ...(accepted.replayed ? { headers: { 'Idempotent-Replayed': 'true' } } : {}),
      };
    },
  });
}

function inboxRoute(store: MessageStore, { serviceKey }: Deps): AnyRoute {
  return defineRoute({
    method: 'get',
    path: '/inbox',
    summary: 'What arrived on a phone, newest first (demo mode only)',
    tag: 'messages',
    access: serviceAccess(serviceKey, 'sms', ['system']),
    query: z.strictObject({ phone: z.string().check(z.refine(isMobile, '请填写 11 位手机号')) }),
    answers: { 200: inbox },
    async handle({ query }) {
      const items = await store.inbox(normaliseMobile(query.phone));
      return {
        status: 200,
        body: { items: items.map(({ at, ...item }) => ({ channel: 'sms', ...item, at: toInstant(at) })) },
      };
    },
  });
}

/** The SMS gateway's stand-in: it keeps what a real one would have sent. */
export function createSmsApp(deps: SystemDeps): { app: Express; store: MessageStore } {
  const store = createMessageStore({ ...deps, inputKey: deps.deriveKey('message-input') });
  const app = createHttpApp({ name: 'sms', log: deps.log });
  const routes = [sendRoute(store, deps), ...(deps.demo ? [inboxRoute(store, deps)] : [])];
  mountRoutes(app, routes, { basePath: '/v1', log: deps.log, checkAnswers: deps.demo });
  return { app: finishHttpApp(app), store };
}
