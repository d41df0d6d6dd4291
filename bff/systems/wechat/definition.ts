import path from 'node:path';
import { createHttpApp, finishHttpApp } from '../../http/http-app';
import { mountRoutes } from '../../http/mount-routes';
import type { SystemDefinition } from '../system';
import { gatewayRoutes } from './gateway-routes';
import { createOneTimeCodes } from './one-time-codes';
import { sendRoute } from './send-route';
import { standInRoutes } from './stand-in-routes';
import { createSubscribeMessages } from './subscribe-messages';

const CLEANING_INTERVAL_MS = 10 * 60 * 1000;

/** Stands in for WeChat's servers; the routes a phone would use exist in demo mode only. */
export const wechatSystem: SystemDefinition = {
  name: 'wechat',
  schema: 'wechat',
  migrationsFolder: path.join(__dirname, 'migrations'),
  create(deps) {
    const codes = createOneTimeCodes(deps.pool, deps.cipher);
    const messages = createSubscribeMessages(deps.pool, deps.cipher);
    const { templates, ...appOfOurs } = deps.settings.wechat;
    const app = createHttpApp({ name: 'wechat', log: deps.log });
    const openidKey = deps.deriveKey('openid');
    const standIn = deps.demo ? standInRoutes({ codes, messages, openidKey }) : [];
    const gateway = [...gatewayRoutes({ codes, app: appOfOurs }), sendRoute({ codes, messages, templates })];
    const routes = [...gateway, ...standIn];
    mountRoutes(app, routes, { basePath: '', log: deps.log, checkAnswers: deps.demo });
    const cleaning = setInterval(() => {
      Promise.all([codes.deleteOld(), messages.deleteOld()]).catch((error: unknown) =>
        deps.log.warn({ err: error }, 'old codes and messages were not deleted'),
      );
    }, CLEANING_INTERVAL_MS);
    cleaning.unref();
    return { app: finishHttpApp(app), stop: () => Promise.resolve(clearInterval(cleaning)) };
  },
};
