import type { AccessRules } from '../../http/access';
import { defineRoute, type AnyRoute } from '../../http/route';
import { readFor } from '../../upstream/calling';
import { home } from './contract';
import { readHome, type HomeDeps as ReadHomeDeps } from './read-home';

export interface HomeDeps extends ReadHomeDeps {
  access: Pick<AccessRules, 'account'>;
}

export function homeRoutes(deps: HomeDeps): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/home',
      summary: 'The home screen in one request',
      tag: 'home',
      access: deps.access.account,
      answers: { 200: home },
      handle: async (context) => ({
        status: 200,
        body: await readHome(deps, readFor(context.caller.actor, context)),
      }),
    }),
  ];
}
