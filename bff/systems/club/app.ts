import type { Express } from 'express';
import { mountDocs } from '../../http/docs-page';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import type { SystemDeps } from '../system';
import { benefitRoutes } from './benefits/routes';
import { catalogueRoutes } from './catalogue/routes';
import type { Club } from './club';
import { counterRoutes } from './counter/routes';
import { mallRoutes } from './mall/routes';
import { networkRoutes } from './network/routes';
import { reportRoutes } from './reports/routes';
import { operatorSettlementRoutes } from './settlement/operator-routes';
import { settlementRoutes } from './settlement/routes';
import { mergeRoutes } from './people/merge-routes';
import { peopleRoutes } from './people/routes';
import { reviewRoutes } from './people/review-routes';
import { pointsRoutes } from './points/routes';
import { referralRoutes } from './referral/routes';
import { transferRoutes } from './transfers/routes';

const BASE_PATH = '/v1';

/** The club as an HTTP server: its routes and the page that documents them. */
export function createClubApp(deps: Pick<SystemDeps, 'log' | 'demo'>, club: Club): Express {
  const routes = [
    ...peopleRoutes(club),
    ...reviewRoutes(club),
    ...mergeRoutes(club),
    ...catalogueRoutes(club),
    ...benefitRoutes(club),
    ...transferRoutes(club),
    ...mallRoutes(club),
    ...pointsRoutes(club),
    ...referralRoutes(club),
    ...networkRoutes(club),
    ...counterRoutes(club),
    ...reportRoutes(club),
    ...settlementRoutes(club),
    ...operatorSettlementRoutes(club),
  ];
  const app = createHttpApp({ name: 'club', log: deps.log });
  mountRoutes(app, routes, { basePath: BASE_PATH, log: deps.log, checkAnswers: deps.demo });
  mountDocs(app, routes, {
    title: '客户俱乐部系统 Club system',
    version: '1',
    basePath: BASE_PATH,
    docsPath: '/docs',
  });
  return finishHttpApp(app);
}
