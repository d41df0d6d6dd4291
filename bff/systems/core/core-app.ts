import type { Express } from 'express';
import { mountDocs } from '../../http/docs-page';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import type { CoreDeps } from './core-deps';
import { claimRoutes } from './claims/routes';
import { identityRoutes } from './identity/routes';
import { policyRoutes } from './policies/routes';
import { policyServiceRoutes } from './policies/service-routes';

export function createCoreApp(deps: CoreDeps): Express {
  const { log } = deps;
  const routes = [
    ...identityRoutes(deps),
    ...policyRoutes(deps),
    ...policyServiceRoutes(deps),
    ...claimRoutes(deps),
  ];
  const app = createHttpApp({ name: 'core', log });
  mountRoutes(app, routes, { basePath: '/v1', log, checkAnswers: deps.demo });
  mountDocs(app, routes, { title: 'Core policy system', version: '1', basePath: '/v1', docsPath: '/docs' });
  return finishHttpApp(app);
}
