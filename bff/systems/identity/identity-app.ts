import type { Express } from 'express';
import { mountDocs } from '../../http/docs-page';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import { defineRoute, type AnyRoute } from '../../http/route';
import { serviceAccess } from '../../http/service-access';
import { identityAnswer, organisationRequest, threeFactorRequest } from '../../upstream/identity/contract';
import type { SystemDeps } from '../system';
import { checkOrganisation, checkThreeFactors } from './check-identity';
import { createIdentityFields } from './identity-fields';

function identityRoutes({ pool, cipher, serviceKey }: SystemDeps): AnyRoute[] {
  const deps = { pool, fields: createIdentityFields(cipher) };
  const common = {
    method: 'post',
    tag: 'identity',
    access: serviceAccess(serviceKey, 'identity', ['system']),
    idempotency: { kind: 'natural', why: 'it only compares; a POST because it carries personal data' },
    answers: { 200: identityAnswer },
  } as const;
  return [
    defineRoute({
      ...common,
      path: '/three-factor-checks',
      summary: 'Do name, ID number and phone belong together',
      body: threeFactorRequest,
      handle: async ({ body }) => ({ status: 200, body: { result: await checkThreeFactors(deps, body) } }),
    }),
    defineRoute({
      ...common,
      path: '/organisation-checks',
      summary: "Do company name and credit code belong together, and is the phone its agent's",
      body: organisationRequest,
      handle: async ({ body }) => ({ status: 200, body: { result: await checkOrganisation(deps, body) } }),
    }),
  ];
}

export function createIdentityApp(deps: SystemDeps): Express {
  const { log } = deps;
  const routes = identityRoutes(deps);
  const app = createHttpApp({ name: 'identity', log });
  mountRoutes(app, routes, { basePath: '/v1', log, checkAnswers: deps.demo });
  mountDocs(app, routes, { title: 'Identity provider', version: '1', basePath: '/v1', docsPath: '/docs' });
  return finishHttpApp(app);
}
