import type { Express } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config } from './config';
import { mountDemo, type DemoDeps } from './demo/demo-routes';
import { mountDocs } from './http/docs-page';
import { mountHealth, type Readiness } from './http/health';
import { createHttpApp, finishHttpApp } from './http/http-app';
import { mountMetrics } from './http/metrics-route';
import { mountRoutes } from './http/mount-routes';
import type { AnyRoute } from './http/route';
import { mountWebFiles } from './http/web-files';

export const API_BASE = '/api/v1';

export interface AppParts {
  config: Config;
  log: Logger;
  pool: Pool;
  readiness: Readiness;
  routes: AnyRoute[];
  /** Present in demo mode only. */
  demo?: DemoDeps;
  /** The web build; without it `/` leads nowhere. */
  webRoot?: string;
}

/** What a request meets, in this order. */
export function createApp({ config, log, pool, readiness, routes, demo, webRoot }: AppParts): Express {
  const https = config.origin.startsWith('https:');
  const app = createHttpApp({
    name: 'bff',
    log,
    trustProxy: config.trustedProxies,
    security: { strictTransport: https },
  });
  mountHealth(app, readiness);
  mountMetrics(app, { token: config.metricsToken, pools: { bff: pool } });
  mountRoutes(app, routes, { basePath: API_BASE, log, checkAnswers: config.demo });
  mountDocs(app, routes, {
    title: `${config.brand.productName} (${config.brand.insurerName})`,
    version: '1',
    basePath: API_BASE,
    docsPath: '/api/docs',
  });
  if (demo) mountDemo(app, demo);
  if (webRoot) mountWebFiles(app, webRoot);
  return finishHttpApp(app);
}
