import type { AnyRoute } from '../../http/route';
import { authRoutes, type AuthDeps } from './auth-routes';
import { meRoutes, type MeDeps } from './me-routes';
import { mergeRoutes, type MergeRoutesDeps } from './merge-routes';
import { messageRoutes, type MessageDeps } from './message-routes';
import { privacyRoutes, type PrivacyDeps } from './privacy-routes';

export function accountRoutes(
  deps: AuthDeps & MeDeps & MergeRoutesDeps & MessageDeps & PrivacyDeps,
): AnyRoute[] {
  return [
    ...authRoutes(deps),
    ...meRoutes(deps),
    ...mergeRoutes(deps),
    ...messageRoutes(deps),
    ...privacyRoutes(deps),
  ];
}
