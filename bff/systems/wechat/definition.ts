import path from 'node:path';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import type { SystemDefinition } from '../system';
import { gatewayRoutes } from './gateway-routes';
import { createOneTimeCodes } from './one-time-codes';
import { standInRoutes } from './stand-in-routes';

const CLEANING_INTERVAL_MS = 10 * 60 * 1000;

/** Stands in for WeChat's servers; the routes a phone would use exist in demo mode only. */
export const wechatSystem: SystemDefinition = {
  name: 'wechat',
  schema: 'wechat',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create(deps) {
    const codes = createOneTimeCodes(deps.pool, deps.cipher);
    const app = createHttpApp({ name: 'wechat', log: deps.log });
    const standIn = deps.demo ? standInRoutes({ codes, openidKey: deps.deriveKey('openid') }) : [];
    const routes = [...gatewayRoutes({ codes, app: deps.settings.wechat }), ...standIn];
    mountRoutes(app, routes, { basePath: '', log: deps.log, checkAnswers: deps.demo });
    const cleaning = setInterval(() => {
      codes
        .deleteOld()
        .catch((error: unknown) => deps.log.warn({ err: error }, 'old codes were not deleted'));
    }, CLEANING_INTERVAL_MS);
    cleaning.unref();
    return { app: finishHttpApp(app), stop: () => Promise.resolve(clearInterval(cleaning)) };
  },
};
