import type { Express } from 'express';
import { mountDocs } from '../../http/docs-page';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import { defineRoute, type AnyRoute } from '../../http/route';
import { serviceAccess } from '../../http/service-access';
import { violationAnswer, violationQuery } from '../../upstream/violations/contract';
import type { SystemDeps } from '../system';
import { queryRecords } from './query-records';

const queryRoute = (deps: SystemDeps): AnyRoute =>
  defineRoute({
    method: 'post',
    path: '/queries',
    summary: 'The traffic violations of one car',
    tag: 'violations',
    access: serviceAccess(deps.serviceKey, 'violations', ['member']),
    idempotency: {
      kind: 'natural',
      why: 'it only reads; a POST because plate and VIN must not stand in an address',
    },
    body: violationQuery,
    answers: { 200: violationAnswer },
    handle: async ({ body }) => ({ status: 200, body: await queryRecords(deps, body) }),
  });

export function createViolationsApp(deps: SystemDeps): Express {
  const { log } = deps;
  const routes = [queryRoute(deps)];
  const app = createHttpApp({ name: 'violations', log });
  mountRoutes(app, routes, { basePath: '/v1', log, checkAnswers: deps.demo });
  mountDocs(app, routes, { title: 'Traffic violations', version: '1', basePath: '/v1', docsPath: '/docs' });
  return finishHttpApp(app);
}
